// Checks the GraphiQL page in a browser, on a telephone and on a desktop: what is ours must have no axe-core violations, and
// query and result must fit the screen.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { run } from './check.js';

const browsers = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = browsers.find(path => path && existsSync(path));
if (executablePath === undefined) {
  console.log('left out: needs Chromium, whose path the environment variable CHROMIUM may give');
  process.exit();
}
const address = new URL('graphiql/', process.argv[2]).href;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
// Its sandbox does not work for root and in most containers; the only page that it opens is ours.
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });

/** Opens the page, executes the first example, and does something with the page when the result is shown. */
async function withResult(width, use) {
  const context = await browser.newContext({ viewport: { width, height: 844 }, permissions: ['clipboard-read', 'clipboard-write'] });
  try {
    const page = await context.newPage();
    await page.goto(address);
    await page.click('.graphiql-execute-button');
    await page.waitForSelector('.graphiql-response :text("bedfordshire")');
    return await use(page);
  } finally {
    await context.close();
  }
}

const checks = {};
for (const width of [390, 1400]) {
  checks[`has no violations of its own, ${width} px`] = () => withResult(width, async page => {
    await page.evaluate(axe);
    const { violations, passes } = await page.evaluate(() => axe.run({ exclude: ['.graphiql-container'] }));
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)]), []);
    return `${passes.length} rules passed`;
  });
  checks[`fits the screen, ${width} px`] = () => withResult(width, async page => {
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    // Half of a desktop's screen, but all of a telephone's, with at least 15 lines of text.
    const least = width < 700 ? 0.9 * width : 0.4 * width;
    for (const part of ['.graphiql-query-editor', '.graphiql-response']) {
      const box = await page.locator(part).boundingBox();
      assert.ok(box.width >= least && box.height >= 330, `${part}: ${box.width} x ${box.height}`);
    }
  });
  checks[`copies the link to the query, ${width} px`] = () => withResult(width, async page => {
    await page.click('#copy');
    await page.waitForSelector('#copied:text("Copied.")');
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    assert.equal(link.origin + link.pathname, address);
    assert.match(link.searchParams.get('query'), /query ForcePage/);
  });
}
checks['shows the events of a subscription'] = async () => {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${address}?query=${encodeURIComponent('subscription { datasetChanged { revision } }')}`);
    await page.click('.graphiql-execute-button');
    await page.waitForSelector('.graphiql-response :text("datasetChanged")');
  } finally {
    await context.close();
  }
};
await run(checks);
