/** Reads the value of Retry-After (RFC 9110 10.2.3): seconds, or a date as header fields write it (5.6.7). */

const RFC_850 = /^(\w{3})(?:|s|nes|rs|ur)day, (\d\d)-(\w{3})-(\d\d) /
const ASCTIME = /^(\w{3}) (\w{3}) (\d\d| \d) (\S{8}) (\d{4})$/
// In milliseconds; one number, as a bundler keeps a product that nobody uses.
const FIFTY_YEARS = 1_577_880_000_000

/** Gives the milliseconds to wait, less than 0 for a date that is past; NaN for what is neither digits nor a date. */
export function waitOf(text: string, now: number): number {
  // Date.parse() would take `-3` and `1.5` for dates.
  return /^\d+$/.test(text) ? Number(text) * 1000 : momentOf(text, now) - now
}

// In milliseconds since 1970, of a date in one of the three forms; NaN for every other text.
function momentOf(text: string, now: number): number {
  const latest = now + FIFTY_YEARS
  const inCentury = (hundreds: number): number =>
    moment(
      text
        .replace(RFC_850, `$1, $2 $3 ${hundreds}$4 `)
        .replace(ASCTIME, (_, day, month, date, time, year) => `${day}, ${date.replace(' ', 0)} ${month} ${year} ${time} GMT`)
        // A leap second, which a Date does not have.
        .replace(/:60 GMT$/, ':59 GMT'),
    )
  // Of a year with two digits, the latest one counts that is at most 50 years ahead.
  const hundreds = Math.floor(new Date(latest).getUTCFullYear() / 100)
  const later = inCentury(hundreds)
  return RFC_850.test(text) && !(later <= latest) ? inCentury(hundreds - 1) : later
}

// Every engine writes a date in this form and reads it again (ECMA-262 21.4.3.2). What it writes otherwise, such as 30 February, is no date.
function moment(text: string): number {
  const date = new Date(text)
  return date.toUTCString() === text ? +date : Number.NaN
}
