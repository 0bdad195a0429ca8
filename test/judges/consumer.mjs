/** Writes a client's own code: for each call an exhaustive `switch` on the type of the problem, as a user writes it. */

const checks = `
type IsAny<T> = 0 extends 1 & T ? true : false
type Same<A, B> = [IsAny<A>, IsAny<B>] extends [false, false] ? ([A] extends [B] ? ([B] extends [A] ? true : false) : false) : false

/** What a schema that refers to itself describes. */
interface Cause {
  name: string
  causes?: Cause[]
}

/** Compiles only where both types are the same. */
function exactly<Actual, Expected>(_same: Same<Actual, Expected>): void {}

/** Compiles only where no case is left. */
function unreachable(value: never): never {
  throw new TypeError(\`unknown problem: \${JSON.stringify(value)}\`)
}
`

/** Gives the code. `alter` changes the branches of each call. */
export function consumerOf({ generator, calls, alter = (branches) => branches }) {
  const functions = calls.map((call) => callOf(generator, { ...call, branches: alter(call.branches) }))
  return [generator.imports(calls), checks, ...functions].join('\n')
}

function callOf(generator, call) {
  return `
export async function try_${call.operationId}(): Promise<string> {
  ${generator.call(call)}
${switchOf(call.branches)}
}`
}

// TypeScript narrows by a member only where its type differs: an operation with plain classes alone is told apart by status.
function switchOf(branches) {
  const [only] = branches
  if (branches.length === 1 && only.statuses !== undefined) return plainSwitchOf(only.statuses, '  ')
  return `  switch (error.type) {
${branches.map(branchOf).join('\n')}
    default:
      return unreachable(error)
  }`
}

function branchOf({ type, status, statuses, reads }) {
  if (statuses !== undefined) return plainBranchOf(type, statuses)
  const sorts = { ...reads, status: String(status) }
  const lines = Object.entries(sorts).map(([name, sort]) => `      exactly<(typeof error)[${quote(name)}], ${sort}>(true)`)
  return `    case ${quote(type)}:\n${lines.join('\n')}\n      return error.type`
}

// The plain classes of several statuses share a type: the status tells them apart.
function plainBranchOf(type, statuses) {
  return `    case ${quote(type)}:\n${plainSwitchOf(statuses, '      ')}`
}

function plainSwitchOf(statuses, indent) {
  const cases = statuses.map((status) => `  case ${status}:\n    return \`plain \${error.status}\``)
  return `switch (error.status) {\n${cases.join('\n')}\n  default:\n    return unreachable(error)\n}`.replace(/^/gm, indent)
}

function quote(text) {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
