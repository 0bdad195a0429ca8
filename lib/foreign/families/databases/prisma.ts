/** Errors of Prisma. Their messages quote the query and the source code around it. */

import type { Family, Mark } from '../../family.js'
import { passing, row } from '../rows.js'
import { collision, constraintRow, databaseRow } from './database-row.js'

const prismaCode =
  (...codes: readonly string[]): Mark =>
  (error) =>
    codes.includes(String(error.code)) || codes.includes(String(error.get('errorCode')))

/** The family. */
export const prisma: Family = {
  name: 'Prisma',
  concerns: ({ name, isError }) => name?.startsWith('PrismaClient') === true && isError,
  rows: [
    constraintRow(prismaCode('P2002'), 'unique'),
    constraintRow(prismaCode('P2003', 'P2014'), 'reference'),
    databaseRow(prismaCode('P2000', 'P2020', 'P2033'), 'value'),
    databaseRow(prismaCode('P2005', 'P2006', 'P2007', 'P2019', 'P2023'), 'form'),
    constraintRow(prismaCode('P2011', 'P2012', 'P2013'), 'required'),
    constraintRow(prismaCode('P2004'), 'check'),
    databaseRow(prismaCode('P2001', 'P2015', 'P2018', 'P2025'), 'absent'),
    collision(prismaCode('P2034')),
    passing(prismaCode('P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2037', 'ECONNREFUSED')),
    row(() => true, 500),
  ],
}
