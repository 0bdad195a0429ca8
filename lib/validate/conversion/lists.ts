/** Splits the value of a header field that is a list (RFC 9110 5.6.1): Node.js joins the lines of a field with commas. */

/** Makes the list that a text stands for. */
export type ToList = (text: string) => readonly string[]

/** Makes a list of one: what a query, a form or the path have where a parameter came once. */
export const listOfOne: ToList = (text) => [text]

// RFC 9110 5.6.3: OWS is made of spaces and tabs.
const OWS = /^[ \t]+|[ \t]+$/g

/** Gives the function that splits the values of a field. Node.js joins those of Cookie with semicolons, and does not join those of Set-Cookie. */
export function fieldList(name: string): ToList {
  if (name === 'set-cookie') return listOfOne
  const separator = name === 'cookie' ? ';' : ','
  return (value) =>
    split(value, separator)
      .map((element) => element.replace(OWS, ''))
      // RFC 9110 5.6.1.2: a recipient ignores empty elements.
      .filter((element) => element !== '')
}

// A separator in a quoted string (RFC 9110 5.6.4) is a part of it, and a quotation mark behind a backslash does not end it.
function split(value: string, separator: string): readonly string[] {
  const elements: string[] = []
  let [start, isQuoted] = [0, false]
  for (let index = 0; index < value.length; index++) {
    const character = value[index]
    if (character === '"') isQuoted = !isQuoted
    else if (isQuoted && character === '\\') index++
    else if (!isQuoted && character === separator) {
      elements.push(value.slice(start, index))
      start = index + 1
    }
  }
  return [...elements, value.slice(start)]
}
