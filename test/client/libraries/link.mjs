/** Makes the folder in which code of users is compiled and run. */
import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The folder. It is not under version control. */
export const build = fileURLToPath(new URL('.build', import.meta.url))

/** Makes the folder anew, and lets what is in it find the package by its name: these tests are a package of their own, which has another one. */
export function linkPackage() {
  rmSync(build, { recursive: true, force: true })
  mkdirSync(`${build}/node_modules`, { recursive: true })
  symlinkSync(root, `${build}/node_modules/http-problems`)
}
