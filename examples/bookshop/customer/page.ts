/** The page of a customer: the shop as a program in the browser that uses its API. */
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { Html, html } from '../page/html.js'
import { style } from './style.js'

const policy = `default-src 'none'; img-src data:; connect-src 'self'; script-src 'self'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`

const message = html`<div class="message" role="status" hidden><p></p><code></code></div>`

/** The page. */
export const customerPage = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>The bookshop, for customers</title>
<link rel="icon" href="data:,">
<style>${new Html(style)}</style>
</head>
<body>
<header>
<nav aria-label="Pages"><strong>The bookshop</strong>
<ul><li><a href="/">Every problem</a></li><li><a href="/customer" aria-current="page">Be a customer</a></li></ul></nav>
<h1>The class that was thrown is the class that is caught.</h1>
<p class="lead">This page reads the shop's errors with <b>http-problems/client</b>. It parses no text: each error is an instance of the class that the shop
threw, with its members, and says whether and when to ask again. Below each message stands what the page got.</p>
</header>
<main>
<section><fieldset><legend>Who are you?</legend>
<label class="who"><input type="radio" name="customer" value="ada" checked><b>Ada</b><span></span></label>
<label class="who"><input type="radio" name="customer" value="bob"><b>Bob</b><span></span></label></fieldset></section>
<section><h2>Books</h2>
<form class="row" id="search"><input name="q" aria-label="Words of a title" placeholder="Words of a title, such as: moby" maxlength="120"><button>Search</button></form>
<div id="found">${message}</div></section>
<section><ol id="books" aria-label="Books"></ol></section>
<section id="office"><h2>Office</h2>
<div class="panel"><button type="button">Report of the sales</button>${message}</div></section>
</main>
<footer>Order “Crime and Punishment”, or no copy at all. Be Bob and order “Gödel, Escher, Bach”. Search four times in ten seconds.</footer>
<noscript><p>This page is a program, and needs JavaScript.</p></noscript>
<template id="book"><li><form class="book"><b></b><span class="price"></span><input name="quantity" inputmode="numeric" value="1" aria-label="Copies">
<button>Buy</button></form>${message}</li></template>
<script type="module" src="/customer/script.js"></script>
</body>
</html>
`.text

const source = fileURLToPath(new URL('./script.js', import.meta.url))
let bundled: Promise<string> | undefined

/** Gives the script of the page with all that it imports, as a bundler makes it for any app. */
export function customerScript(): Promise<string> {
  bundled ??= bundle()
  return bundled
}

async function bundle(): Promise<string> {
  // Needed by who opens the page, and by nobody else.
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    format: 'esm',
    minify: true,
    platform: 'browser',
    target: 'es2022',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}
