/** The path of a request among the paths of routes. */
import { expect } from 'chai'
import { findTemplate, templateOf } from '../../../lib/testing/record/templates.js'

function find(path: string, templates: readonly string[], named?: string): string | undefined {
  return findTemplate(path, templates.map(templateOf), named)?.path
}

describe('the path of a request', () => {
  const books = ['/books/{id}', '/books/new', '/books/{id}/pages', '/books/{name}.{ext}', '/']

  it('is that of a route with or without a slash at the end, in any case', () => {
    expect(find('/books/7', books)).to.equal('/books/{id}')
    expect(find('/BOOKS/7/', books)).to.equal('/books/{id}')
    expect(find('/books/7/pages', books)).to.equal('/books/{id}/pages')
    expect(find('/', books)).to.equal('/')
    expect(find('/books', books)).to.equal(undefined)
    expect(find('/books/7/words', books)).to.equal(undefined)
  })

  it('is that of the most concrete route', () => {
    expect(find('/books/new', books)).to.equal('/books/new')
    expect(find('/books/a.txt', books)).to.equal('/books/{name}.{ext}')
    expect(find('/a/b', ['/{x}/b', '/a/{y}'])).to.equal('/a/{y}')
    expect(find('/a/b', ['/{x}/{y}', '/a/{y}', '/{x}/b'])).to.equal('/a/{y}')
  })

  it('is that of the route that the router names, where several are possible', () => {
    expect(find('/books/new', books, '/books/:id')).to.equal('/books/{id}')
    expect(find('/books/new', books, '/:id(\\d+)')).to.equal('/books/{id}')
    expect(find('/books/new', books, '/:other/:path')).to.equal('/books/new')
    expect(find('/v1/a', ['/{version}/a', '/v1/{x}'], '/:version{/a}')).to.equal('/{version}/a')
  })

  it('has several segments for one parameter only where the router names such a route', () => {
    const files = ['/files/{rest}', '/files']
    expect(find('/files/a/b', files)).to.equal(undefined)
    expect(find('/files/a/b', files, '/files/*rest')).to.equal('/files/{rest}')
    expect(find('/files/a/b', files, '/files/(.*)')).to.equal('/files/{rest}')
    expect(find('/files/a/b', files, '/other/*rest')).to.equal(undefined)
    expect(find('/files/a', files)).to.equal('/files/{rest}')
  })

  it('is compared as it came and decoded, and text is no pattern', () => {
    expect(find('/caf%C3%A9', ['/café'])).to.equal('/café')
    expect(find('/a%20b/%E0%A4', ['/a%20b/{id}'])).to.equal('/a%20b/{id}')
    expect(find('/a.b', ['/a+b', '/axb', '/a.b'])).to.equal('/a.b')
    expect(find('/axb', ['/a.b'])).to.equal(undefined)
  })
})
