/** Gives a document the texts of the language that the client wants, where the app has them. */
import { callHook } from '../../guard/call.js'
import type { ReportFault } from '../../guard/fault.js'
import { nameValue } from '../../guard/name.js'
import { plainCopy } from '../../guard/plain-copy.js'
import { isRecord, read } from '../../guard/read.js'
import { isText } from '../../guard/refuse.js'
import { givenField } from '../../problem/fields/given-fields.js'
import type { ProblemDocument } from '../../problem/problem.js'
import type { Making } from '../making.js'
import { isLanguageTag, preferredTo, wantedLanguages } from '../negotiation/languages.js'
import type { Translate, Translation } from '../translate.js'

/** A document, and the language of its texts. */
export interface Said {
  readonly document: ProblemDocument
  readonly language: string
  /** The language as Content-Language tells it; only who translates knows it. */
  readonly told: string | undefined
}

/** Translates a document. A translator that fails, or has no texts in these languages, leaves it as it is. */
export function translated<Request>(document: ProblemDocument, making: Making<Request>): Said {
  const { translate } = making.settings
  const own = ownLanguage(making) ?? making.settings.language
  const translation = translate && translationOf(document, { translate, own }, making)
  if (translation === undefined) return { document, language: own, told: translate && own }
  const { title, detail } = translation
  const texts = { ...(title !== undefined && { title }), ...(detail !== undefined && { detail }) }
  const said = { ...document, ...texts }
  return { document: said, language: translation.language, told: translation.language }
}

function translationOf<Request>(
  document: ProblemDocument,
  { translate, own }: { readonly translate: Translate; readonly own: string },
  { problem, facts, report }: Making<Request>,
): Translation | undefined {
  const languages = preferredTo(own, wantedLanguages(read(facts.headers, 'accept-language')))
  const given: unknown = callHook('translate', () => translate(problem, { languages, document: plainCopy(document) }), report)
  if (given === undefined || given === null) return undefined
  const language = read(given, 'language')
  if (!isRecord(given) || !isLanguageTag(language)) {
    report('ERR_PROBLEM_HOOK', 'options.translate', 'texts with the language tag that they have', nameValue(given))
    return undefined
  }
  return { language, title: textIn(given, 'title', report), detail: textIn(given, 'detail', report) }
}

function textIn(translation: object, name: 'title' | 'detail', report: ReportFault): string | undefined {
  const text = read(translation, name)
  if (text === undefined || isText(text)) return text
  report('ERR_PROBLEM_HOOK', `options.translate (${name})`, 'a text', nameValue(text))
  return undefined
}

// A problem may have been thrown with texts in another language, and say so.
function ownLanguage<Request>({ problem }: Making<Request>): string | undefined {
  const given = givenField(read(problem, 'headers'), 'content-language')
  return isLanguageTag(given) ? given : undefined
}
