/** The entry http-problems/representations: the forms in which problems can be sent. */
export { type HtmlRepresentation, html } from './html/html.js'
export type { HtmlOptions, PageTexts } from './html/options.js'
export { jsonRepresentation as json } from './json.js'
export { type LegacyBodyOptions, legacyBody } from './legacy-body.js'
export { markdownRepresentation as markdown } from './markdown/markdown.js'
export type { Content, Encoded, Representation, RepresentationContext } from './representation.js'
export { xmlRepresentation as xml } from './xml/xml.js'
