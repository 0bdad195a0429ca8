import { expect } from 'chai'
import { problemComponents, problemResponses } from '../../lib/openapi/index.js'
import { Conflict, NotFound, problemClasses } from '../../lib/problem/classes.js'
import { HttpProblem } from '../../lib/problem/problem.js'
import { errorCodes } from '../../lib/status/codes.js'
import { HallClosed, OrderPaid, SeatTaken, TooManySeats } from './problems.js'
import { compile } from './validators.js'

describe('problemResponses()', () => {
  it('refers to the response of the only class of a status [O2] [O12]', () => {
    expect(problemResponses(SeatTaken, NotFound)).to.deep.equal({
      '404': { $ref: '#/components/responses/NotFound' },
      '409': { $ref: '#/components/responses/SeatTaken' },
    })
  })

  it('puts several classes of a status into one response, told apart by their type [O1] [O5] [O9]', () => {
    const { '409': response } = problemResponses(HallClosed, Conflict, OrderPaid)
    expect(response).to.deep.include({
      description: 'One of: The hall is closed; Conflict; The order is already paid',
      content: {
        'application/problem+json': {
          schema: {
            oneOf: [
              { $ref: '#/components/schemas/HallClosed' },
              { $ref: '#/components/schemas/Conflict' },
              { $ref: '#/components/schemas/OrderPaid' },
            ],
            discriminator: {
              propertyName: 'type',
              mapping: {
                'https://api.example.com/problems/hall-closed': '#/components/schemas/HallClosed',
                'about:blank': '#/components/schemas/Conflict',
                'https://api.example.com/problems/order-paid': '#/components/schemas/OrderPaid',
              },
            },
          },
          examples: {
            HallClosed: { $ref: '#/components/examples/HallClosed' },
            Conflict: { $ref: '#/components/examples/Conflict' },
            OrderPaid: { $ref: '#/components/examples/OrderPaid' },
          },
        },
      },
    })
  })

  it('allows each problem of a shared response by exactly one branch [O9]', () => {
    const classes = [SeatTaken, HallClosed, Conflict, OrderPaid]
    const { schemas } = problemComponents(classes, { version: '3.1' })
    const { '409': response } = problemResponses(...classes)
    const content = (response as { content: Record<string, { schema: object }> }).content['application/problem+json']
    const fits = compile({ ...content?.schema, components: { schemas } })
    for (const problem of [new SeatTaken({ seat: '12A' }), new HallClosed(), new Conflict('Full.'), new OrderPaid({ id: 7 })])
      expect(fits(problem.toJSON()), problem.name).to.equal(true)
    expect(fits(new NotFound().toJSON())).to.equal(false)
  })

  it('refers to components that exist, with registered codes as keys [O2] [O3]', () => {
    const classes = [...Object.values(problemClasses), SeatTaken, TooManySeats]
    const responses = problemResponses(...classes)
    expect(Object.keys(responses)).to.deep.equal(Object.keys(errorCodes))
    const components = problemComponents(classes, { version: '3.0' })
    for (const [, kind = '', name = ''] of JSON.stringify(responses).matchAll(/#\/components\/(\w+)\/([^"]+)"/g))
      expect(Object.keys(components[kind as keyof typeof components])).to.include(name)
  })

  it('has a default response only for HttpProblem [O2]', () => {
    expect(problemResponses(SeatTaken)).not.to.have.property('default')
    expect(problemResponses(HttpProblem, SeatTaken)).to.deep.equal({
      '409': { $ref: '#/components/responses/SeatTaken' },
      default: { $ref: '#/components/responses/HttpProblem' },
    })
  })

  it('stands beside the responses of success, and is empty without classes [O4]', () => {
    expect(Object.keys({ 200: { description: 'A seat' }, ...problemResponses(NotFound) })).to.deep.equal(['200', '404'])
    expect(problemResponses()).to.deep.equal({})
  })

  it('completes relative type URIs in the mapping as the handler does [P13]', () => {
    const { '429': response } = problemResponses(TooManySeats, problemClasses[429], { baseUri: 'https://api.example.com' })
    expect(JSON.stringify(response)).to.include('"https://api.example.com/problems/too-many-seats":')
  })
})
