/** Splits the value of a header field that is a list (RFC 9110 5.6.1): Node.js joins the lines of a field with commas. */

/** Makes the list that a text stands for. */
export type ToList = (text: string) => readonly string[]

/** Makes a list of one: what a query, a form or the path have where a parameter came once. */
export const listOfOne: ToList = (text) => [text]

/** Gives the function that splits the values of a field. Node.js joins those of Cookie with semicolons, and does not join those of Set-Cookie. */
export function fieldList(name: string): ToList {
  if (name === 'set-cookie') return listOfOne
  return (value) => elementsOf(value, name === 'cookie' ? ';' : ',')
}

// A separator in a quoted string (RFC 9110 5.6.4) is a part of it, and a quotation mark behind a backslash does not end it. Character by
// character: an expression that looks for blanks before an end takes the square of their number.
function elementsOf(value: string, separator: string): readonly string[] {
  const elements: string[] = []
  let [start, end, isQuoted] = [-1, -1, false]
  const close = (): void => {
    // RFC 9110 5.6.1.2: a recipient ignores empty elements.
    if (start >= 0) elements.push(value.slice(start, end))
    start = -1
  }
  for (let index = 0; index < value.length; index++) {
    const character = value[index]
    if (!isQuoted && character === separator) close()
    else if (character !== ' ' && character !== '\t') {
      if (start < 0) start = index
      if (character === '"') isQuoted = !isQuoted
      else if (isQuoted && character === '\\') index++
      end = index + 1
    }
  }
  close()
  return elements
}
