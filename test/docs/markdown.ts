/** Reads what a test can check in a page: fenced blocks, headings, links. */

/** One fenced block. */
export interface Fence {
  readonly language: string
  /** What stands behind the language. */
  readonly info: string
  readonly text: string
  /** The line of the opening fence, from 1. */
  readonly line: number
}

/** One link to another file or a heading. */
export interface Link {
  readonly target: string
  readonly line: number
}

/** Lists the fenced blocks of a page in their order. */
export function fencesOf(page: string): readonly Fence[] {
  return [...page.matchAll(/^```(\S*) *(.*)\n([\s\S]*?)^```$/gm)].map(
    ({ 1: language = '', 2: info = '', 3: text = '', index }) => ({
      language,
      info,
      text,
      line: lineOf(page, index),
    }),
  )
}

/** Lists the links that lead to a file of the repository or a heading. */
export function linksOf(page: string): readonly Link[] {
  const prose = page.replace(/^```[\s\S]*?^```$/gm, (block) => block.replace(/[^\n]/g, ' '))
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(({ 1: target = '', index }) => ({ target, line: lineOf(page, index) }))
    .filter(({ target }) => !/^[a-z]+:/.test(target))
}

/** Lists the anchors of a page's headings. */
export function anchorsOf(page: string): readonly string[] {
  return headingsOf(page).map(anchorOf)
}

/** Gives the anchor of a heading, as GitHub makes it. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-')
}

/** Lists the texts of the headings, without marks for code. */
export function headingsOf(page: string): readonly string[] {
  const prose = page.replace(/^```[\s\S]*?^```$/gm, '')
  return [...prose.matchAll(/^#+ (.+)$/gm)].map(({ 1: text = '' }) => text.replaceAll('`', ''))
}

function lineOf(page: string, index: number): number {
  return page.slice(0, index).split('\n').length
}
