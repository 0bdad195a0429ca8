/** The generated pages, by path. */
import { apiPage } from './api.js'
import { faultsPage } from './faults.js'
import { handlerOptionsPage } from './handler-options.js'
import { pictureOfTheHouse } from './house.js'
import { pictureOfAnAnswer } from './picture.js'
import { statusesPage } from './statuses.js'

/** What writes each page. */
export const pages: Readonly<Record<string, () => string>> = {
  'docs/images/before-and-after.svg': pictureOfAnAnswer,
  'docs/images/house.svg': pictureOfTheHouse,
  'docs/reference/api.md': apiPage,
  'docs/reference/faults.md': faultsPage,
  'docs/reference/handler-options.md': handlerOptionsPage,
  'docs/reference/statuses.md': statusesPage,
}
