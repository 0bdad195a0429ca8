import { expect } from 'chai'
import { defineProblem } from '../../lib/define/define.js'
import { type ProblemClass, problemComponents } from '../../lib/openapi/index.js'
import { Conflict, NotFound, problemClasses, TooManyRequests } from '../../lib/problem/classes.js'
import { HttpProblem } from '../../lib/problem/problem.js'
import { HallClosed, OrderPaid, SeatTaken, TooManySeats } from './problems.js'
import { compileComponent, compileComponent30 } from './validators.js'

const versions = ['3.0', '3.1', '3.2'] as const
const every: readonly ProblemClass[] = [
  ...Object.values(problemClasses),
  SeatTaken,
  HallClosed,
  TooManySeats,
  OrderPaid,
  HttpProblem,
]

describe('problemComponents()', () => {
  it('makes one flat schema of a declared type and one of each $defs that it uses [O9] [P16] [P20]', () => {
    const { schemas } = problemComponents([SeatTaken], { version: '3.1' })
    expect(schemas).to.deep.equal({
      SeatTaken: {
        type: 'object',
        title: 'SeatTaken',
        description: 'Somebody else was faster. Choose another seat.',
        properties: {
          type: { type: 'string', const: 'https://api.example.com/problems/seat-taken' },
          title: {
            type: 'string',
            description: 'A short summary of the problem type, for people.',
            examples: ['The seat is already taken'],
          },
          status: { type: 'integer', const: 409 },
          detail: { type: 'string', description: 'An explanation of this occurrence, for people.' },
          instance: {
            type: 'string',
            format: 'uri-reference',
            description: 'A URI reference that identifies this occurrence.',
          },
          seat: { type: 'string' },
          price: { $ref: '#/components/schemas/SeatTaken.Price' },
        },
        required: ['type', 'title', 'status', 'seat'],
      },
      'SeatTaken.Price': { type: 'number', minimum: 0 },
    })
  })

  it('writes constants as enum with one value in 3.0, beside their type [O9] [O10]', () => {
    const { SeatTaken: schema } = problemComponents([SeatTaken], { version: '3.0' }).schemas
    expect(schema?.properties).to.deep.include({
      type: { type: 'string', enum: ['https://api.example.com/problems/seat-taken'] },
      status: { type: 'integer', enum: [409] },
    })
    expect(schema?.properties?.['title']).to.include({ example: 'The seat is already taken' })
  })

  it('marks a deprecated type', () => {
    expect(problemComponents([HallClosed], { version: '3.0' }).schemas['HallClosed']).to.include({ deprecated: true })
    expect(problemComponents([SeatTaken], { version: '3.0' }).schemas['SeatTaken']).not.to.have.property('deprecated')
  })

  it('keeps member schemas open, closed ones of the declaration too [O7] [O8]', () => {
    for (const [version, compile] of [
      ['3.0', compileComponent30],
      ['3.2', compileComponent],
    ] as const) {
      const fits = compile(problemComponents([SeatTaken], { version }).schemas, 'SeatTaken')
      const document = new SeatTaken({ seat: '12A' }).toJSON()
      expect(fits({ ...document, instance: '/orders/7', requestId: 'r-1' })).to.equal(true)
      expect(fits({ ...document, seat: 12 })).to.equal(false)
      expect(fits({ ...document, price: -1 })).to.equal(false)
      expect(fits({ ...document, status: 410 })).to.equal(false)
      expect(fits(new Conflict().toJSON())).to.equal(false)
    }
  })

  it('documents HttpProblem as a problem of any type and error status', () => {
    const fits = compileComponent(problemComponents([HttpProblem], { version: '3.1' }).schemas, 'HttpProblem', true)
    expect(fits(new SeatTaken({ seat: '12A' }).toJSON())).to.equal(true)
    expect(fits(new NotFound().toJSON())).to.equal(true)
    expect(fits({ ...new NotFound().toJSON(), status: 200 })).to.equal(false)
  })

  for (const version of versions) {
    it(`makes examples in ${version} that fit their schema and no other one [O9] [O11]`, () => {
      const { schemas, examples, responses } = problemComponents(every, { version })
      const fits = (name: string) => (version === '3.0' ? compileComponent30 : compileComponent)(schemas, name)
      const validators = every.filter((Class) => Class !== HttpProblem).map((Class) => [Class.name, fits(Class.name)] as const)
      for (const [name, { value }] of Object.entries(examples)) {
        const fitting = validators.filter(([, validate]) => validate(value)).map(([component]) => component)
        expect(fitting).to.deep.equal([name.split('.')[0]])
      }
      const used = Object.values(responses).flatMap(({ content }) =>
        Object.keys(content['application/problem+json']?.examples ?? {}),
      )
      expect(used).to.deep.equal(Object.keys(examples))
    })

    it(`uses keys in ${version} that OpenAPI allows, and refers to components that exist [O12]`, () => {
      const components = problemComponents(every, { version })
      for (const key of Object.values(components).flatMap((kind) => Object.keys(kind as object)))
        expect(key).to.match(/^[a-zA-Z0-9._-]+$/)
      const references = [...JSON.stringify(components).matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)]
      expect(references.length).to.be.greaterThan(every.length)
      for (const [, kind = '', name = ''] of references)
        expect(Object.keys(components[kind as keyof typeof components])).to.include(name)
    })
  }

  it('compiles in the strict mode of ajv with its formats [O14]', () => {
    const { schemas } = problemComponents(every, { version: '3.1' })
    for (const name of Object.keys(schemas)) expect(compileComponent(schemas, name, true)({})).to.be.a('boolean')
  })

  it('makes examples as a handler sends them: with detail, in its order', () => {
    const { examples } = problemComponents([SeatTaken, HallClosed, TooManySeats, OrderPaid, Conflict], { version: '3.1' })
    const texts = Object.entries(examples).map(([name, { value }]) => [name, JSON.stringify(value)])
    expect(Object.fromEntries(texts)).to.deep.equal({
      SeatTaken: JSON.stringify(new SeatTaken({ seat: '12A' })),
      'SeatTaken.2': JSON.stringify(new SeatTaken({ seat: '12B', price: 9.5 })),
      HallClosed: JSON.stringify(new HallClosed()),
      TooManySeats: JSON.stringify(new TooManySeats({})),
      OrderPaid: '{"type":"https://api.example.com/problems/order-paid","title":"The order is already paid","status":409}',
      Conflict: JSON.stringify(new Conflict()),
    })
  })

  it('makes the examples of a type whose class has a constructor of its own', () => {
    class ForSeat extends SeatTaken {
      constructor(seat: { readonly row: number }) {
        super({ seat: `${seat.row.toFixed()}A` })
      }
    }
    const { examples } = problemComponents([ForSeat], { version: '3.1' })
    expect(examples['SeatTaken']?.value).to.deep.equal(new SeatTaken({ seat: '12A' }).toJSON())
  })

  it('makes no example where members are needed and none are given', () => {
    const properties = { seat: { type: 'string' } } as const
    for (const demand of [{ required: ['seat'] }, { anyOf: [{ required: ['seat'] }] }, { minProperties: 1 }]) {
      const Needy = defineProblem('Needy', {
        type: 'urn:example:needy',
        status: 400,
        title: 'Needy',
        members: { type: 'object', properties, ...demand },
      })
      const { examples, responses } = problemComponents([Needy], { version: '3.1' })
      expect(examples).to.deep.equal({})
      expect(responses['Needy']?.content['application/problem+json']).not.to.have.property('examples')
    }
  })

  it('completes relative type URIs as the handler does [P13] [P15]', () => {
    const baseUri = 'https://api.example.com/v1/'
    const { schemas, examples } = problemComponents([TooManySeats, SeatTaken], { version: '3.1', baseUri })
    expect(schemas['TooManySeats']?.properties?.['type']).to.include({ const: 'https://api.example.com/problems/too-many-seats' })
    expect(examples['TooManySeats']?.value).to.include({ type: 'https://api.example.com/problems/too-many-seats' })
    expect(schemas['SeatTaken']?.properties?.['type']).to.include({ const: SeatTaken.type })
  })

  it('describes a class by its description, else by its title, which is the phrase of a plain class [O5]', () => {
    const { responses } = problemComponents([SeatTaken, HallClosed, NotFound, HttpProblem], { version: '3.1' })
    expect(Object.entries(responses).map(([name, { description }]) => `${name}: ${description}`)).to.deep.equal([
      'SeatTaken: Somebody else was faster. Choose another seat.',
      'HallClosed: The hall is closed',
      'NotFound: Not Found',
      'HttpProblem: A problem',
    ])
  })

  it('gives the same for the same classes, nothing of it shared or frozen', () => {
    const make = () => problemComponents([SeatTaken, TooManyRequests], { version: '3.1' })
    const one = make()
    expect(JSON.stringify(one)).to.equal(JSON.stringify(make()))
    const seen = new Set<unknown>()
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      expect(seen.has(value) || Object.isFrozen(value)).to.equal(false)
      seen.add(value)
      for (const inner of Object.values(value)) visit(inner)
    }
    visit(one)
  })
})
