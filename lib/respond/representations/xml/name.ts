/**
 * Writes names of members as names of elements. What no name of XML can have becomes its code point, as `_x0020_` for a space: the way of
 * ISO 9075-14 and of .NET.
 */

// The letters that every edition of XML 1.0 has for names: the fifth has more, but what reads the fourth, as Java does, refuses the document.
const LETTERS = [
  'A-Za-z_',
  '\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u0131\\u0134-\\u013E\\u0141-\\u0148\\u014A-\\u017E', // Latin
  '\\u038E-\\u03A1\\u03A3-\\u03CE\\u0401-\\u040C\\u040E-\\u044F\\u0451-\\u045C', // Greek, Cyrillic
  '\\u05D0-\\u05EA\\u0621-\\u063A\\u0641-\\u064A', // Hebrew, Arabic
  '\\u3041-\\u3094\\u30A1-\\u30FA\\u4E00-\\u9FA5\\uAC00-\\uD7A3', // Japanese, Chinese, Korean
].join('')

// `i` is the name of items, `_` stands for the empty name, names that begin with `xml` are not ours to give (XML 1.0 2.3), and `_` before `x` and
// four digits would be read as a code point.
const ESCAPED = new RegExp(`^[_i]$|^[xX](?=[mM][lL])|_(?=x[0-9A-F]{4})|^[^${LETTERS}]|[^${LETTERS}0-9.-]`, 'gu')

// What Java reads of a name, unless it is told otherwise.
const LONGEST = 1000

/** Gives the name of the element for a member; `undefined` where it would be too long for those who read it. */
export function elementName(name: string): string | undefined {
  if (name === '') return '_'
  if (name.length > LONGEST) return undefined
  const written = name.replace(ESCAPED, codePoint)
  return written.length > LONGEST ? undefined : written
}

function codePoint(character: string): string {
  const code = character.codePointAt(0) as number
  const digits = code.toString(16).toUpperCase()
  return `_x${digits.padStart(code > 0xffff ? 6 : 4, '0')}_`
}
