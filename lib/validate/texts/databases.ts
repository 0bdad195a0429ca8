/** Tells texts that databases and their drivers write into errors, with names and values, from those that a person wrote for a client. */

// A name as they write it: in marks, which people put around a word as well, so that a pattern has more than it.
const NAME = '(?:"[^"]*"|`[^`]*`|\'[^\']*\'|\\[[^\\]]*\\])'

const BY_DATABASES = [
  // Statements.
  `\\bselect\\s.*\\sfrom\\s+(?:${NAME}|[\\w.]+\\s+(?:as\\s+\\w+\\s+)?(?:where|limit|order\\s+by|group\\s+by|(?:inner\\s+|left\\s+)?join)\\b)`,
  `\\bselect\\s+(?:\\*|count\\(.*\\)|1)\\s+from\\s|\\binsert\\s+into\\s+(?:${NAME}|[\\w.]+\\s*\\()|\\bdelete\\s+from\\s+(?:${NAME}|[\\w.]+\\s+where\\b)`,
  `\\bupdate\\s+(?:${NAME}(?:\\.${NAME})*|[\\w.]+)\\s+set\\s+(?:${NAME}|[\\w.]+)(?:\\.${NAME})?\\s*=`,
]

const BY_SERVERS = [
  // PostgreSQL.
  'duplicate key value violates |violates (?:not-null|foreign key|unique|check|exclusion|row-level) ',
  '^(?:relation|column|function|type|schema|database|role|table|sequence|constraint|index|prepared statement|cursor|collation) (?:"[^"]*"|\\w+\\.\\w+|\\w+\\(.*\\))(?: (?:of|for) \\w+ "[^"]*")? (?:does not exist|already exists)|^operator does not exist: ',
  '^(?:syntax error (?:at (?:or near|end of input)|in tsquery)|invalid input (?:syntax for|value for enum) |invalid byte sequence for encoding |malformed (?:array|record|range) literal: )',
  '^(?:value|date/time field value|interval field value|time zone displacement)(?: out of range: ".*"| ".*" is out of range for type .*| too long for type .*)',
  '^(?:(?:integer|smallint|bigint|numeric field|double precision|real) (?:out of range|overflow)|numeric field overflow|value overflows numeric format|division by zero)$',
  '^(?:null value in column|new row (?:for relation|violates)|password authentication failed for user|permission denied (?:for|to)|must be owner of|no pg_hba\\.conf entry|no password supplied)',
  '^(?:deadlock detected|could not (?:serialize access|obtain lock|connect to server|determine data type|translate host)|canceling statement due to|current transaction is aborted|terminating connection due to|Connection terminated)',
  '^(?:timeout exceeded when trying to connect|remaining connection slots|sorry, too many clients|the database system is|there is no unique or exclusion constraint|bind message supplies|unsupported Unicode escape)',
  '^(?:cannot cast type|column reference ".*" is ambiguous|invalid regular expression: |Client has encountered a connection error|Cannot use a pool after|Client was closed|SASL: |invalid memory alloc|missing FROM-clause)',
  // MySQL and MariaDB.
  `^(?:Duplicate entry '.*' for key|Access denied for user|Unknown (?:column|table|database|prepared statement|collation) '|Table '.*' (?:doesn't exist|already exists)|You have an error in your SQL syntax)`,
  `^(?:Data (?:too long|truncated) for column|Incorrect \\w+ value: '|Truncated incorrect|Out of range value for column|Column '.*' (?:cannot be null|in .* is ambiguous)|Column count doesn't match|Field '.*' doesn't have a default)`,
  "^(?:Cannot (?:add or update a child|delete or update a parent) row|Lock wait timeout exceeded|Deadlock found when|Too many connections$|Host '.*' is (?:not allowed|blocked)|Connection lost: |Pool is closed|Bind parameters must not|Check constraint '.*' is violated|Can't (?:connect|add new command|create table) )",
  '\\b(?:ER|PROTOCOL|SQLITE|SQLSTATE|NJS|DPI|ORA)[_-][A-Z\\d]{3,}|\\bSQLSTATE\\b|^PROTOCOL_|\\bstatement has been closed\\b',
  // SQLite.
  '^(?:(?:UNIQUE|NOT NULL|FOREIGN KEY|CHECK|PRIMARY KEY) constraint failed|no such (?:table|column|function|index|module)(?:: |$)|near ".*": syntax error|database (?:is locked|table is locked|disk image is malformed|or disk is full)|datatype mismatch$|attempt to write a readonly database|unrecognized token: "|table \\S+ has (?:no column named|\\d+ columns)|incomplete input$|ambiguous column name: |SQLite3 can only bind|Too (?:many|few) parameter values)',
  // SQL Server and Oracle.
  "^(?:Invalid (?:object|column) name '|Violation of (?:UNIQUE|PRIMARY) KEY constraint|Cannot insert (?:duplicate key|the value NULL)|Conversion failed when converting|Error converting data type|Incorrect syntax near|Login failed for user|The (?:INSERT|UPDATE|DELETE|MERGE) statement conflicted|String or binary data would be truncated|Transaction \\(Process ID|Validation failed for parameter|Must declare the scalar variable|Failed to connect to \\S+:\\d|Arithmetic overflow error)",
  // MongoDB and mongoose.
  '\\bE11000\\b|\\bMongo(?:Server|Network|Bulk|Write|ServerSelection)Error\\b|^Cast to \\S+ failed |^(?:\\w+ )?[Vv]alidation failed: [\\w.$]+: |^Path `.*`.* is |is not a valid enum value for path `|^Operation `.*` (?:buffering timed out|was)',
  "^(?:input must be a 24 character hex string|Argument passed in must be a (?:single )?(?:String|string) of 12 bytes|connection .* to \\S+ (?:closed|timed out)|Server selection timed out|bad auth ?: |unknown (?:top level )?operator: \\$|Plan executor error|PlanExecutor error|Topology is closed|Client must be connected|Document failed validation|Schema hasn't been registered|No (?:matching )?document found for |Can't use \\$|Connection pool for |BSON |WriteConflict|Write conflict|Cannot (?:overwrite|use) .* (?:model|session)|.* is not authorized on )",
  // Redis.
  '^(?:WRONGTYPE|NOAUTH|WRONGPASS|NOPERM|MISCONF|EXECABORT|NOSCRIPT|CROSSSLOT|NOREPLICAS|CLUSTERDOWN|MASTERDOWN|BUSYGROUP|BUSYKEY|NOGROUP|NOPROTO|TRYAGAIN|UNKILLABLE) |^(?:MOVED|ASK) \\d+ |^(?:LOADING|BUSY) Redis |^READONLY You |^OOM command |^ERR [a-z\'"]',
  "^(?:The client is closed|Socket closed unexpectedly|Connection is closed\\.|Reached the max retries per request limit|Stream isn't writeable|Connection timeout$|Command timed out$|Command aborted )",
  // Prisma, Sequelize, TypeORM, knex.
  "Invalid `.*` invocation|^(?:Can't reach database server|(?:Unique|Foreign key|Null) constraint (?:failed|violated) on |Foreign key constraint (?:failed|violated)|An operation failed because it depends on|Argument `.*` (?:is missing|must|:)|Unknown (?:argument|field) `|No [A-Z]\\w+ found$|Timed out fetching a new connection|PANIC: )",
  '^(?:notNull|string|unique|Validation) [Vv]iolation: |\\bSequelize\\w+Error\\b|^(?:Could not find any entity of type|No metadata for "|Property ".*" was not found in "|Entity ".*" was not found|Knex: |Undefined binding\\(s\\) detected|Unable to acquire a connection|\\w+\\.\\w+ cannot be null$)',
]

const STATEMENT = new RegExp(BY_DATABASES.join('|'), 'is')
const SERVER = new RegExp(BY_SERVERS.join('|'), 's')

/** Tells whether a text is one that a database or a driver writes. */
export function isTextOfDatabase(text: string): boolean {
  return STATEMENT.test(text) || SERVER.test(text)
}
