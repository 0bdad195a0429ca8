/**
 * Tells texts that JavaScript and its runtimes write into errors from those that a person wrote for a client. Each pattern is as much of a sentence as
 * they write: people begin theirs with the same words (`Cannot find that coupon.`, `Unexpected coupon`).
 */

const BY_RUNTIMES = [
  // JSON, in V8, JavaScriptCore and SpiderMonkey.
  '^(?:Unexpected|Expected|Unterminated|Bad|No number|Exponent part|Invalid) .* (?:in|after) JSON(?: at position \\d+.*)?$',
  '^Unexpected (?:end of (?:JSON )?input|token\\b.*|identifier(?: [\'"].*)?|string|number|template string|(?:strict mode )?reserved word|eval or arguments(?: in strict mode)?|EOF)$',
  '^(?:Unexpected token .*, )?(?:\\.\\.\\.)?".*"(?:\\.\\.\\.)? is not valid JSON$',
  '^(?:JSON Parse error: |JSON\\.parse: |Converting circular structure to JSON|JSON\\.stringify cannot )',
  // Values that are not what code expects of them.
  "^Cannot (?:read|set) propert(?:y|ies) (?:of |'.*' of |\\S+ of )",
  '^Cannot convert (?:undefined or null to object|object to primitive value|a (?:Symbol|BigInt) value to a \\w+|.* to a BigInt$)',
  "^Cannot (?:destructure (?:property )?'|access '.*' before initialization|mix BigInt and other types|use 'in' operator|perform '|assign to (?:read only )?property )",
  "^Cannot (?:create|delete|define|redefine|add) property:? .*(?:'|\\]|extensible|: \\S+)$",
  "^Cannot (?:create property '|redefine property: )",
  "^(?:Cannot find (?:module|package) ['\"]|Can't find variable: |Do not know how to serialize a BigInt)",
  '^[\\w$.]+(?:\\([^)]*\\))?(?:\\.[\\w$]+(?:\\([^)]*\\))?)* is not (?:a function|a constructor|iterable|defined|async iterable|an object)(?: \\(evaluating .*| \\(cannot read .*|\\. \\(In .*)?$',
  '^(?:[\\w$.]+|\\(intermediate value\\).*|object null) is not (?:a function|iterable|a constructor)(?: or its return value is not (?:async )?iterable| or null)?$',
  "^Class (?:constructor \\S* cannot be invoked without 'new'|extends value )|^Must call super constructor |^Right-hand side of 'instanceof' ",
  '^Method \\S+ called on incompatible receiver |^(?:Private field|Super constructor|Iterator value|Iterator result) .* (?:must|is not|not) ',
  '^(?:Maximum call stack size exceeded|too much recursion|Assignment to constant variable\\.|Reduce of empty array with no initial value|Division by zero|Maximum BigInt size exceeded|BigInt too (?:large|big).*)$',
  '^The number \\S+ cannot be converted to a BigInt because it is not an integer$',
  "^(?:URI malformed|URI error|Invalid (?:URL(?:: '.*')?|time value|array length|array buffer length|string length|character|hint: .*|\\w+ length: -?\\d+|typed array length.*|code point -?\\S+|count value: -?\\S+|regular expression: ?/.*|regular expression flags.*))$",
  '^(?:Invalid (?:time zone specified: |currency code : |calendar : |language tag: |unit argument for \\S+\\(\\) ).*|Incorrect locale information provided|Value .* out of range for \\S+ options property .*)$',
  '^to(?:Fixed|Precision|Exponential|String)\\(\\) .* must be between ',
  '^(?:The normalization form should be one of .*|\\S+ called on (?:null or undefined|non-object)|Array buffer allocation failed|.* could not be cloned\\.)$',
  // Node, and what browsers and it have in common.
  '^The (?:"[^"]+" (?:argument|property|option|list)|first argument|argument \'.*\') must (?:not )?be (?:of type|one of|an instance of|finite|equal to|in ) ?',
  "^The (?:value of \".*\" is out of range\\. |property '.*' is invalid\\. |argument '.*' is invalid)",
  '^(?:The expression evaluated to a falsy value:|Expected (?:values|"actual"|inputs|input) (?:to|not to) )',
  '^(?:The input did not match the regular expression |Missing expected (?:exception|rejection)|Got unwanted (?:exception|rejection))',
  '^(?:The string to be decoded is not correctly encoded\\.|Th(?:e|is) operation was aborted.*|The user aborted a request\\.?|terminated|other side closed|socket hang up)$',
  '^(?:fetch failed|Failed to fetch|Load failed|NetworkError when attempting .*|Failed to parse URL from .*|.* cannot be parsed as a URL\\.?)$',
  '^(?:Invalid character in header content|Header name must be a valid HTTP token|Invalid value ".*" for header|Cannot set headers after )',
  "^[A-Z]\\w+(?:\\.\\w+|[ ]constructor): |^Failed to (?:execute|construct|read the|set the) '",
  '^error:[\\dA-F]{8}:|^Unsupported state or unable to authenticate data$|^Invalid (?:key|IV|tag) length$|^Invalid initialization vector$|^incorrect (?:header|data) check$',
  // Codes of the system and of Node, addresses with a port, lines of a stack.
  '\\b(?:E(?:ACCES|ADDRINUSE|ADDRNOTAVAIL|AGAIN|AI_\\w+|BADF|BUSY|CANCELED|CONNABORTED|CONNREFUSED|CONNRESET|DESTADDRREQ|EXIST|FAULT|FBIG|HOSTDOWN|HOSTUNREACH|INTR|INVAL|IO|ISDIR|LOOP|MFILE|MSGSIZE|NAMETOOLONG|NETDOWN|NETUNREACH|NFILE|NODATA|NOENT|NOMEM|NOSPC|NOSYS|NOTCONN|NOTDIR|NOTEMPTY|NOTFOUND|PERM|PIPE|PROTO|ROFS|SERVFAIL|SOCKET|SOCKETTIMEDOUT|TIMEDOUT|TIMEOUT|XDEV))\\b|\\bERR_[A-Z]',
  '\\b\\d{1,3}(?:\\.\\d{1,3}){3}:\\d{2,5}\\b|\\]:\\d{2,5}\\b|\\b[a-z][a-z\\d-]*(?:\\.[a-z\\d-]+)*:\\d{4,5}\\b',
  '\\n\\s+at .*[:(]',
]

const RUNTIME = new RegExp(BY_RUNTIMES.join('|'), 's')

/** Tells whether a text is one that a runtime writes. */
export function isTextOfRuntime(text: string): boolean {
  return text.includes('[object ') || RUNTIME.test(text)
}
