import { expect } from 'chai'
import { definitionOf, type ProblemDefinition } from '../../lib/define/definition.js'
import { collectFaults, type ProblemFault } from '../../lib/guard/fault.js'
import type { HandlerOptions } from '../../lib/handler/options.js'
import { prepareSettings } from '../../lib/handler/settings.js'
import type { CompiledValidators } from '../../lib/respond/members/compiled.js'
import { createMembersValidator, type ValidatorOptions } from '../../lib/respond/members/validator.js'
import { createCompiler, type SchemaCompiler } from '../../schemas/compile.js'
import { schemaDigest } from '../../schemas/digest.js'
import { declared, SeatTaken, SoldOut } from './seats.js'

const definition = SeatTaken.definition
const refusal = (options: ValidatorOptions): Partial<ProblemFault> => {
  try {
    createMembersValidator(options)
  } catch (error) {
    expect(error).to.be.instanceOf(TypeError)
    return error as Partial<ProblemFault>
  }
  throw new Error('The options were accepted.')
}

/** Counts what the real compiler is asked for. */
function counting(): { readonly compiler: SchemaCompiler; readonly compiled: unknown[] } {
  const real = createCompiler() as SchemaCompiler
  const compiled: unknown[] = []
  return {
    compiled,
    compiler: {
      compile: (schema) => {
        compiled.push(schema)
        return real.compile(schema)
      },
    },
  }
}

function compiledValidators(of: ProblemDefinition = definition): CompiledValidators {
  const check = (createCompiler() as SchemaCompiler).compile(of.members ?? {})
  return { [of.type]: { digest: schemaDigest(of.members), check } }
}

const withoutCode = {
  compile: () => {
    throw new EvalError('Code generation from strings disallowed for this context')
  },
}

describe('createMembersValidator()', () => {
  it('compiles listed types at start-up, once, and those with members only', () => {
    const { compiler, compiled } = counting()
    const find = createMembersValidator({ types: [SeatTaken, SoldOut] }, () => compiler)
    expect(compiled).to.deep.equal([definition.members])
    const { faults, report } = collectFaults()
    expect(find(definition, report)).to.equal(find(definition, report)).and.be.a('function')
    expect(compiled).to.have.length(1)
    expect(faults).to.deep.equal([])
  })

  it('compiles an unlisted type at its first use, once', () => {
    const { compiler, compiled } = counting()
    const find = createMembersValidator({}, () => compiler)
    expect(compiled).to.deep.equal([])
    const { faults, report } = collectFaults()
    expect(find(definition, report)).to.equal(find(definition, report)).and.be.a('function')
    expect(compiled).to.deep.equal([definition.members])
    expect(faults).to.deep.equal([])
  })

  it('makes a compiler for the first schema only, and none where the user has one', () => {
    let made = 0
    const create = (): SchemaCompiler | undefined => {
      made++
      return createCompiler()
    }
    const find = createMembersValidator({}, create)
    const { report } = collectFaults()
    find(definition, report)
    find(declared('Other', definition.members).definition, report)
    expect(made).to.equal(1)
    const { compiler, compiled } = counting()
    createMembersValidator({ types: [SeatTaken], ajv: compiler }, create)
    expect([made, compiled.length]).to.deep.equal([1, 1])
  })

  it('reports an unlisted type that cannot be compiled, once, and checks nothing', () => {
    const find = createMembersValidator({})
    const { faults, report } = collectFaults()
    const typo = declared('Typo', { type: 'object', properties: { seat: { typ: 'string' } } }).definition
    expect([find(typo, report), find(typo, report)]).to.deep.equal([undefined, undefined])
    expect(faults).to.deep.equal([
      {
        code: 'ERR_PROBLEM_SCHEMA',
        place: 'Typo.members',
        expected: 'a JSON Schema (2020-12)',
        got: 'one that ajv refuses: strict mode: unknown keyword: "typ"',
      },
    ])
  })

  it('reports an unlisted type whose example does not fit, once, and checks its members', () => {
    const find = createMembersValidator({})
    const { faults, report } = collectFaults()
    const odd = declared('Odd', definition.members, { examples: [{ seat: 7 }] }).definition
    expect(find(odd, report)?.({ seat: 7 })).to.have.length(1)
    find(odd, report)
    expect(faults.map(({ code, place }) => `${code} ${place}`)).to.deep.equal(['ERR_PROBLEM_DEFINITION Odd.examples[0]#/seat'])
  })

  it('tells whatever a compiler throws', () => {
    for (const [thrown, got] of [
      ['x', '"x"'],
      [null, 'null'],
      [new Error('y'.repeat(999)), 'y'.repeat(300)],
    ] as const) {
      const compile = (): never => {
        throw thrown
      }
      expect(refusal({ types: [SeatTaken], ajv: { compile } })).to.include({
        code: 'ERR_PROBLEM_SCHEMA',
        got: `one that ajv refuses: ${got}`,
      })
    }
  })

  for (const [how, options, create] of [
    ['ajv cannot be loaded', {}, () => undefined],
    ['no code can be made from text', {}, () => withoutCode],
    ['no code can be made from text, with an instance of the user', { ajv: withoutCode }, undefined],
  ] as const) {
    it(`starts where ${how}, and tells once what helps`, () => {
      const find = createMembersValidator({ ...options, types: [SeatTaken] }, create)
      const { faults, report } = collectFaults()
      for (const Class of [SeatTaken, declared('Other', definition.members), SeatTaken]) {
        expect(find(Class.definition, report)).to.equal(undefined)
      }
      expect(faults).to.have.length(1)
      expect(faults[0]).to.include({ code: 'ERR_PROBLEM_SCHEMA', place: 'options.validators' })
      expect(faults[0]?.expected).to.contain('http-problems compile')
    })
  }

  it('takes compiled validators and needs no compiler', () => {
    const create = (): never => {
      throw new Error('not needed')
    }
    for (const types of [[SeatTaken, SoldOut], undefined]) {
      const find = createMembersValidator({ types, validators: compiledValidators() }, create)
      const { faults, report } = collectFaults()
      expect(find(definition, report)?.({ seat: 7 }).map(({ pointer }) => pointer)).to.deep.equal(['/seat'])
      expect(faults).to.deep.equal([])
    }
  })

  it('compiles an unlisted type that the compiled validators do not have', () => {
    const find = createMembersValidator({ validators: compiledValidators() })
    const { report } = collectFaults()
    expect(find(declared('Other', definition.members).definition, report)).to.be.a('function')
    expect(find(declared('toString', definition.members).definition, report)).to.be.a('function')
  })

  for (const [how, validators, got] of [
    ['misses a listed type', {}, 'none'],
    ['was made of another schema', { [definition.type]: { digest: '0', check: () => true } }, 'one of another schema'],
  ] as const) {
    it(`refuses a file that ${how}, and says to compile again`, () => {
      const error = refusal({ types: [SeatTaken], validators })
      expect(error).to.include({ code: 'ERR_PROBLEM_OPTION', got })
      expect(error.place).to.match(/^options\.validators\[/)
      expect(error.expected).to.equal('the validator of SeatTaken; run `http-problems compile` again')
    })
  }

  it('reports a validator of another schema at the first use of an unlisted type', () => {
    const find = createMembersValidator({ validators: { [definition.type]: { digest: '0', check: () => true } } })
    const { faults, report } = collectFaults()
    expect(find(definition, report)).to.equal(undefined)
    expect(faults.map(({ code, got }) => `${code} ${got}`)).to.deep.equal(['ERR_PROBLEM_OPTION one of another schema'])
  })

  for (const [validators, place] of [
    [7, 'options.validators'],
    [null, 'options.validators'],
    [[], 'options.validators'],
    [{ a: undefined }, 'options.validators["a"]'],
    [{ a: { digest: 7, check: () => true } }, 'options.validators["a"]'],
    [{ a: { digest: '' } }, 'options.validators["a"]'],
  ] as const) {
    it(`refuses validators that are ${JSON.stringify(validators)}`, () => {
      expect(refusal({ validators: validators as never })).to.include({ code: 'ERR_PROBLEM_OPTION', place })
    })
  }

  it('reports a definition that somebody forged', () => {
    const forged = new Proxy(definition, {
      get: (target, key) => {
        if (key === 'examples') throw new Error('x')
        return Reflect.get(target, key)
      },
    })
    const find = createMembersValidator({ validators: compiledValidators() })
    const { faults, report } = collectFaults()
    expect(definitionOf(Object.assign(() => undefined, { definition: forged }))).to.equal(forged)
    expect(find(forged, report)).to.equal(undefined)
    expect(faults.map(({ code }) => code)).to.deep.equal(['ERR_PROBLEM_SCHEMA'])
  })
})

describe('prepareSettings(): validation', () => {
  for (const [name, value] of [
    ['onInvalid', 'ignore'],
    ['onInvalid', true],
    ['ajv', {}],
    ['ajv', null],
    ['ajv', 'ajv'],
    ['types', 7],
    ['validators', 'x'],
  ] as const) {
    it(`refuses the option ${name}: ${JSON.stringify(value)}`, () => {
      expect(() => prepareSettings({ [name]: value } as unknown as HandlerOptions, () => undefined))
        .to.throw(TypeError)
        .that.includes({ code: 'ERR_PROBLEM_OPTION', place: `options.${name}` })
    })
  }

  it('drops what is invalid unless told otherwise', () => {
    expect(prepareSettings({}, () => undefined)).to.include({ onInvalid: 'drop' })
    expect(prepareSettings({ onInvalid: 'fail' }, () => undefined)).to.include({ onInvalid: 'fail' })
  })
})
