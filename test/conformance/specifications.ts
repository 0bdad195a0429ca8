/** Finds the section of a specification that a source names: `9457 s3.1.1, s4; 9110 s15.5.6`. */

/** A part of a source: its words, and where they lead. */
export interface SourcePart {
  readonly text: string
  readonly url: string | undefined
}

const OAS = 'https://spec.openapis.org/oas/v3.1.2.html'
const OTEL = 'https://opentelemetry.io/docs/specs/semconv/http'
const DRAFTS = 'https://datatracker.ietf.org/doc/draft-ietf'

// What is no RFC, by how the source begins; the longer beginning comes first.
const others: readonly (readonly [beginning: string, url: string])[] = [
  ['OAS Responses Object', `${OAS}#responses-object`],
  ['OAS Response Object', `${OAS}#response-object`],
  ['OAS Response headers', `${OAS}#header-object`],
  ['OAS HTTP Status Codes', `${OAS}#http-status-codes`],
  ['OAS Schema Object', `${OAS}#schema-object`],
  ['OAS Discriminator', `${OAS}#discriminator-object`],
  ['OAS Media Type', `${OAS}#media-type-object`],
  ['OAS Components', `${OAS}#components-object`],
  ['OAS Link', `${OAS}#link-object`],
  ['OAS', OAS],
  ['JSON Schema 2020-12', 'https://json-schema.org/draft/2020-12/json-schema-core'],
  ['OTel HTTP spans', `${OTEL}/http-spans/`],
  ['OTel http.server.request.duration', `${OTEL}/http-metrics/`],
  ['OTel http-exceptions', `${OTEL}/http-exceptions/`],
  ['OTel', `${OTEL}/`],
  ['Trace Context draft', 'https://w3c.github.io/trace-context/'],
  ['Trace Context', 'https://www.w3.org/TR/trace-context/'],
  ['Fetch', 'https://fetch.spec.whatwg.org/#http-cors-protocol'],
  ['IANA', 'https://www.iana.org/assignments/http-status-codes/http-status-codes.xhtml'],
  ['draft-ratelimit', `${DRAFTS}-httpapi-ratelimit-headers/`],
  ['draft-idempotency-key', `${DRAFTS}-httpapi-idempotency-key-header/`],
  ['draft-digest-problem-types', `${DRAFTS}-httpapi-digest-fields-problem-types/`],
  ['draft-resumable-upload', `${DRAFTS}-httpbis-resumable-upload/`],
  ['draft safe-method-w-body', `${DRAFTS}-httpbis-safe-method-w-body/`],
]

/** Gives the parts of a source in its order; each section of an RFC is a part of its own. */
export function sourceParts(source: string): SourcePart[] {
  return source.split(/;\s*/).flatMap((text) => {
    const rfc = /^(\d{4}) +(.*)$|^(\d{4})$/.exec(text)
    if (rfc === null) return [{ text, url: others.find(([beginning]) => text.startsWith(beginning))?.[1] }]
    const [, number = rfc[3] ?? '', sections = ''] = rfc
    const page = `https://www.rfc-editor.org/rfc/rfc${number}`
    if (sections === '') return [{ text: `RFC ${number}`, url: page }]
    return sections.split(/,\s*/).map((section, index) => ({
      text: `${index === 0 ? `RFC ${number}, ` : ''}${section.replace(/^s(?=\d)/, '')}`,
      url: `${page}${anchorOf(section)}`,
    }))
  })
}

function anchorOf(section: string): string {
  const [, appendix] = /^App\. ([A-Z](?:\.\d+)*)/.exec(section) ?? []
  if (appendix !== undefined) return `#appendix-${appendix}`
  const [, number = ''] = /^s(\d+(?:\.\d+)*)/.exec(section) ?? []
  return `#section-${number}`
}
