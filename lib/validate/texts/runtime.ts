/** Tells texts that JavaScript, its runtimes and drivers write into errors from those that a person wrote for a client. */

const BY_MACHINES = [
  // What V8 and others say of code that fails, and of JSON, which they quote.
  '\\bJSON\\b',
  '^Unexpected ',
  "^(?:Cannot|Can't) (?:read|set|convert|destructure|access|mix|create|delete|find|add|assign|define|redefine)\\b",
  'is not (?:a function|defined|iterable|a constructor|extensible|an? (?:object|instance)|async iterable)',
  '^Invalid (?:URL|time value|array length|regular expression|count value|string length|date|character|code point)\\b',
  '^(?:fetch failed|Failed to (?:fetch|parse)|Maximum call stack|Assignment to constant|Reduce of empty|Class constructor)',
  // Codes of the system and of Node, addresses with a port, lines of a stack.
  '\\bE[A-Z]{4,}\\b|\\bERR_',
  '[\\w\\]]:\\d{2,5}\\b',
  '\\n',
  // Databases quote names and values.
  '\\b(?:duplicate key|violates|syntax error|relation|constraint|deadlock|SQLSTATE|SELECT|INSERT|UPDATE|DELETE FROM|MongoServerError|E11000)\\b',
]

const MACHINE = new RegExp(BY_MACHINES.join('|'))

/** Tells whether a text looks like one that no person wrote for a client; in doubt it does. */
export function isTextOfRuntime(text: string): boolean {
  return MACHINE.test(text)
}
