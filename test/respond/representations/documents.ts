/** Documents of every kind, for the properties of the forms that show them. */
import fc from 'fast-check'
import { createProblem } from '../../../lib/problem/create.js'
import type { ProblemDocument } from '../../../lib/problem/problem.js'
import type { RepresentationContext } from '../../../lib/respond/representations/representation.js'
import { answerTo, plainFacts } from '../answer-to.js'

// What means something to a parser of XML, HTML or Markdown, and what none of them can carry.
const MARKS = [
  '< > & " \' ]]> <!-- --> </script> <b> &lt; &#0; <?x?> <![CDATA[',
  '` ``` ~~~ * ** _ # | \\ --- === ![x](y) [x](https://x.example) [x]:',
  'https://x.example www.x.example a@x.example mailto:a@x.example <https://x.example> :x: ~~x~~ @team #1',
  '\0 \x1b[31m \u0085 \u2028 \u202e \ufeff \ufffe \uffff \ud800 \u{1f600}',
  '_x0041_ _x xml i _',
].flatMap((line) => line.split(' '))

const SPACES = ['', ' ', '    ', '\t', '\n', '\r', '\r\n', '\n\n', '- ', '+ ', '1. ', '1) ', '> ']

/** Texts: any, and those made of marks. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.oneof(fc.constantFrom(...MARKS, ...SPACES), fc.string({ maxLength: 4 })), { maxLength: 8 })
    .map((parts) => parts.join('')),
)

const anyValue: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(anyText, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(anyText, tie('value'), { maxKeys: 4 }),
  ),
})).value

/** Documents as the pipeline makes them: whatever a problem holds has become JSON. */
export const anyDocument: fc.Arbitrary<ProblemDocument> = fc
  .record(
    {
      status: fc.integer({ min: 400, max: 599 }),
      type: fc.oneof(
        fc.webUrl({ withFragments: true, withQueryParameters: true }),
        fc.constant('urn:x:y'),
        fc.constant('/problems/a'),
      ),
      title: anyText,
      detail: anyText,
      instance: fc.oneof(fc.webUrl(), fc.constant('/orders/7')),
      extensions: fc.dictionary(anyText, anyValue, { maxKeys: 6 }),
    },
    { requiredKeys: ['status'] },
  )
  .map(
    ({ status, ...options }) =>
      answerTo(createProblem(status, { ...options, title: options.type === undefined ? undefined : options.title })).document,
  )

/** Gives what an encoder knows besides the document. */
export function contextOf(status: number, more: Partial<RepresentationContext> = {}): RepresentationContext {
  return { problem: createProblem(status), facts: plainFacts, language: 'en', debug: false, ...more }
}
