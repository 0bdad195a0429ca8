/** Reads a date as header fields write it (RFC 9110 5.6.7), and nothing that Date.parse() takes for one besides. */

const IMF = /^(\w{3}), (\d\d) (\w{3}) (\d{4}) (\d\d:\d\d:\d\d) GMT$/
const RFC_850 = /^(\w{3})(?:|s|nes|rs|ur)day, (\d\d)-(\w{3})-(\d\d) (\d\d:\d\d:\d\d) GMT$/
const ASCTIME = /^(\w{3}) (\w{3}) (\d\d| \d) (\d\d:\d\d:\d\d) (\d{4})$/

/** Gives the moment of a date in one of the three forms, in milliseconds since 1970; `undefined` for every other text. */
export function momentOf(text: string, now: number): number | undefined {
  const [, day, date, month, year, time] = IMF.exec(text) ?? []
  if (day !== undefined) return moment(`${day}, ${date} ${month} ${year} ${time}`)
  const [, ofWeek, ofMonth, name, twoDigits, clock] = RFC_850.exec(text) ?? []
  if (ofWeek !== undefined) {
    // The year is the latest one with these digits whose date is at most 50 years ahead.
    const latest = new Date(now).setUTCFullYear(new Date(now).getUTCFullYear() + 50)
    const century = Math.floor(new Date(latest).getUTCFullYear() / 100)
    const inYear = (hundreds: number): string => `${ofWeek}, ${ofMonth} ${name} ${hundreds}${twoDigits} ${clock}`
    return Date.parse(inYear(century)) > latest ? moment(inYear(century - 1)) : moment(inYear(century))
  }
  const [, weekday, month3, padded = '', hours, fourDigits] = ASCTIME.exec(text) ?? []
  return weekday === undefined ? undefined : moment(`${weekday}, ${padded.replace(' ', '0')} ${month3} ${fourDigits} ${hours}`)
}

// Every engine writes a date in this form and reads it again (ECMA-262 21.4.3.2). What it writes otherwise, such as 30 February, is no date.
function moment(words: string): number | undefined {
  // A leap second, which a Date does not have.
  const text = `${words.replace(/:60$/, ':59')} GMT`
  const date = new Date(text)
  return date.toUTCString() === text ? date.getTime() : undefined
}
