/** Errors of Prisma. Their messages quote the query and the source code around it. */

import type { Family, Mark } from '../../family.js'
import { passing, row } from '../rows.js'
import { collision, databaseDetails } from './details.js'

const prismaCode =
  (...codes: readonly string[]): Mark =>
  (error) =>
    codes.includes(String(error.code)) || codes.includes(String(error.get('errorCode')))

/** The family. */
export const prisma: Family = {
  name: 'Prisma',
  concerns: ({ name, isError }) => name?.startsWith('PrismaClient') === true && isError,
  rows: [
    row(prismaCode('P2002'), 409, databaseDetails.unique),
    row(prismaCode('P2003', 'P2014'), 409, databaseDetails.reference),
    row(prismaCode('P2000', 'P2020', 'P2033'), 422, databaseDetails.value),
    row(prismaCode('P2005', 'P2006', 'P2007', 'P2019', 'P2023'), 400, databaseDetails.form),
    row(prismaCode('P2011', 'P2012', 'P2013'), 422, databaseDetails.missing),
    row(prismaCode('P2004'), 422, databaseDetails.check),
    row(prismaCode('P2001', 'P2015', 'P2018', 'P2025'), 404, databaseDetails.absent),
    collision(prismaCode('P2034')),
    passing(prismaCode('P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2037', 'ECONNREFUSED')),
    row(() => true, 500),
  ],
}
