/** The page of the shop: one document without dependencies, which works offline. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { curlLine } from '../curl.js'
import { codeOn, type Demonstration, demonstrations, type Framework, showsProblem } from '../demonstrations.js'
import { Html, html } from './html.js'
import { style } from './style.js'

const names: Readonly<Record<Framework, string>> = { express: 'Express 5', koa: 'Koa 3' }

const setup: Readonly<Record<Framework, readonly string[]>> = {
  express: ['app.use(notFoundHandler())', 'app.use(problemHandler({ types, ...watching }))'],
  koa: ['app.use(problemHandler({ types, ...watching }))'],
}

/** Gives the lines that connect the package with a framework; the page shows them. */
export function setupOn(framework: Framework): readonly string[] {
  return setup[framework]
}

// Inside of the page, so that it is one document; the comment would lead nowhere.
const script = readFileSync(new URL('./client.js', import.meta.url), 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, '')

const policy = `default-src 'none'; img-src data:; connect-src 'self'; style-src ${hash(style)}; script-src ${hash(script)}`

/** Writes the page for one of the servers. */
export function renderPage(framework: Framework, origins: Readonly<Record<Framework, string>>): string {
  const row = (demonstration: Demonstration): Html => renderRow(framework, origins[framework], demonstration)
  const problems = demonstrations.filter(showsProblem)
  const successes = demonstrations.filter((demonstration) => !showsProblem(demonstration))
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>http-problems: the bookshop on ${names[framework]}</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%23b4541a'/%3E%3Cpath d='M7 3h2v6H7zm0 8h2v2H7z' fill='%23fff'/%3E%3C/svg%3E">
<style>${new Html(style)}</style>
</head>
<body>
<header>
<nav aria-label="Framework">
<strong>http-problems</strong>
<ul>${(['express', 'koa'] as const).map((name) => renderLink(name, framework, origins))}</ul>
</nav>
<div><h1>Throw a typed error. <br>The client gets a clear answer.</h1>
<p class="lead">This small bookshop throws errors, and <b>http-problems</b> answers them with <i>problem details</i>, the standard
JSON format for HTTP errors (RFC 9457): the right status, the right header fields, and no secrets.</p></div>
<figure><figcaption>The whole set-up on ${names[framework]}</figcaption><pre>${setupOn(framework).join('\n')}</pre></figure>
</header>
<main>
<h2>Problems</h2>
<p class="hint">Press a row: it sends the real request to this server and shows the real answer.
The <a href="/openapi.json">OpenAPI document</a> lists the same problems: it is made from the same declarations. A <a href="/viewer">viewer</a> shows it to people.
What a client makes of the answers, you see as <a href="/customer">a customer of the shop</a>.</p>
<ol>${problems.map(row)}</ol>
<h2>Successful requests</h2>
<ol>${successes.map(row)}</ol>
</main>
<footer>The shop is the same code on both frameworks. Each 500 is logged, with its stack, on the console where you started it.</footer>
<noscript><p>The buttons need JavaScript. The curl lines that <code>npm start</code> prints do the same.</p></noscript>
<template id="answer"><div class="answer">
<section><h3>In the shop</h3><pre class="code"></pre></section>
<section class="received"><h3>What the client gets</h3><div class="screen"><p class="status" role="status"></p><dl></dl><pre class="body"></pre></div><p class="legend"></p></section>
<section><h3>The request</h3><pre class="request"></pre><h3>In a shell</h3><pre class="curl"></pre></section>
</div></template>
<script type="module">${new Html(script)}</script>
</body>
</html>
`.text
}

function renderLink(name: Framework, here: Framework, origins: Readonly<Record<Framework, string>>): Html {
  const current = new Html(name === here ? ' aria-current="page"' : '')
  return html`<li><a href="${origins[name]}/"${current}>${names[name]}</a></li>`
}

function renderRow(framework: Framework, origin: string, demonstration: Demonstration): Html {
  const { label, shows, method, path, status } = demonstration
  const facts = { ...demonstration, code: codeOn(framework, demonstration), curl: curlLine(origin, demonstration) }
  return html`<li><button type="button" aria-expanded="false" data-demonstration="${JSON.stringify(facts)}">
<span class="badge" data-class="${Math.floor(status / 100)}">${status}</span>
<span class="what"><b>${label}</b> <span>${shows}</span></span>
<code>${method} ${path}</code><span class="send" aria-hidden="true">Send</span></button></li>`
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
