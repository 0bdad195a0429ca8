/** A process that serves one contender: `node server.js <framework> <contender>`. It ends with the process that started it. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { contendersOf, type Framework } from './contenders/index.js'
import { drive } from './drive.js'
import type { ProfileQuestion, ServerAnswer, ServerQuestion } from './messages.js'

const [framework, name] = process.argv.slice(2) as [Framework, string]
const contender = (await contendersOf(framework))[name]
if (contender === undefined) throw new TypeError(`No contender ${name} for ${framework}.`)

const server = createServer(contender.listener())
// Connections stay between the rounds; with 0 the server would save the timer that it has in production.
server.keepAliveTimeout = 120_000

server.listen(0, '127.0.0.1', () => answer({ says: 'listening', port: (server.address() as AddressInfo).port }))
process.on('disconnect', () => process.exit())
process.on('message', async (question: ServerQuestion) => {
  if (question.ask === 'cpu') return answer({ says: 'cpu', micros: cpuMicros() })
  if (question.ask === 'drive') await drive(server, question.requests)
  else await takeProfile(question)
  answer({ says: 'done' })
})

// Loaded for a profile only: a server that is timed knows nothing of the inspector.
async function takeProfile(question: ProfileQuestion): Promise<void> {
  const { beginProfile, writeProfile } = await import('./profile/inspector.js')
  await (question.ask === 'profile' ? beginProfile() : writeProfile(question.file))
}

function answer(message: ServerAnswer): void {
  process.send?.(message)
}

function cpuMicros(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}
