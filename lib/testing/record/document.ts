/** Says what the content of an error is: a problem document, something like it, or nothing of the kind. */
import { isRecord, read } from '../../guard/read.js'
import { ABOUT_BLANK } from '../../problem/static-members.js'
import { essenceOf } from '../../respond/negotiation/media-type.js'
import { type Received, receive } from '../response.js'
import type { SentAnswer } from './sent-answer.js'

/** The content of an error. */
export interface SentDocument {
  /**
   * A problem document; one that is only alike, since its media type is another one; one that nobody can read, such as that of an answer to HEAD; or
   * something other.
   */
  readonly kind: 'problem' | 'alike' | 'unread' | 'other'
  /** The type URI of a problem, or of what is alike. */
  readonly type: string
  /** What it is instead of a problem, in words. */
  readonly is: string
  readonly received: Received
}

/** Reads the content of an error. */
export function readDocument({ status, headers, content }: SentAnswer, isHead: boolean): SentDocument {
  // Fields and bytes at hand can always be judged.
  const received = receive({ status, headers, body: content ?? '' }) as Received
  const mediaType = essenceOf(received.field('Content-Type') ?? '')
  const { text, body } = received
  const made = (kind: SentDocument['kind'], is = '', type = ABOUT_BLANK): SentDocument => ({ kind, type, is, received })

  const isJson = /^application\/(?:[^;]+\+)?json$/.test(mediaType)
  const isProblem = mediaType === 'application/problem+json'
  if (mediaType === 'application/problem+xml') return made('unread')
  if (isJson && (isHead || content === undefined)) return made('unread')
  if (!isHead && content !== undefined && text === '') return made('other', 'an empty body')
  const type = read(body, 'type')
  if (isProblem && isRecord(body)) return made('problem', '', typeof type === 'string' ? type : ABOUT_BLANK)
  if (isProblem) return made('other', 'application/problem+json that is no JSON object')
  if (isJson && typeof type === 'string') return made('alike', `${mediaType}, no problem document`, type)
  return made(
    'other',
    mediaType === '' ? 'a body without Content-Type, no problem document' : `${mediaType}, no problem document`,
  )
}
