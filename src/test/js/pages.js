// Opens every page in a browser, on telephones and desktops, light and dark, and checks what needs a browser: accessibility,
// contrast in charts, keyboard, width, requests, layout, frames, and that nothing depends on JavaScript. SCREENSHOTS may name a
// folder for a picture of each page. With SIZES=all each page is judged at both widths in both colour schemes, otherwise as a light
// telephone and a dark desktop.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { run } from './check.js';

const browsers = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = browsers.find(path => path && existsSync(path));
if (executablePath === undefined) {
  console.log('left out: needs Chromium, whose path the environment variable CHROMIUM may give');
  process.exit();
}
const site = new URL('/', process.argv[2]);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pictures = process.env.SCREENSHOTS;
if (pictures) {
  mkdirSync(pictures, { recursive: true });
}
// Its sandbox does not work for root and in most containers; the only pages that it opens are ours.
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });

const sizes = process.env.SIZES === 'all'
  ? [[360, 'light'], [360, 'dark'], [1200, 'light'], [1200, 'dark']]
  : [[360, 'light'], [1200, 'dark']];
const LARGEST = 30 * 1024;
const LEAST_CONTRAST = 4.5;
// WCAG 2.2 AA, which includes targets of 24 pixels, and what axe-core's makers recommend besides.
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Opens an address and does something with the page. */
async function open(address, options, use) {
  const { width = 1200, colorScheme = 'light', javaScriptEnabled = true } = options;
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, javaScriptEnabled });
  try {
    const page = await context.newPage();
    const seen = { messages: [], requests: [], bytes: 0 };
    page.on('console', message => seen.messages.push(message.text()));
    page.on('pageerror', error => seen.messages.push(String(error)));
    page.on('request', request => seen.requests.push(request.url()));
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
      seen.bytes += encodedDataLength;
    });
    await page.addInitScript(() => {
      window.shifts = 0;
      new PerformanceObserver(list => list.getEntries().forEach(entry => {
        window.shifts += entry.value;
      })).observe({ type: 'layout-shift', buffered: true });
    });
    seen.status = (await page.goto(new URL(address, site).href, { waitUntil: 'load' })).status();
    return await use(page, seen);
  } finally {
    await context.close();
  }
}

/** One address of each kind that the page at the address links to, for each of the patterns. */
async function links(address, ...patterns) {
  const hrefs = await open(address, {}, page => page.evaluate(() => [...document.links].map(link => link.href)));
  const paths = hrefs.filter(href => href.startsWith(site.href)).map(href => href.slice(site.origin.length));
  return patterns.map(pattern => {
    const found = paths.find(path => pattern.test(path));
    assert.ok(found, `${address} has no link like ${pattern}`);
    return found;
  });
}

const [question] = await links('/', /^\/questions\/[^/]+\/[^/]+\/[^/.]+$/);
const metrics = (await open('/figures', {}, page => page.evaluate(() => [...document.links].map(link => link.pathname))))
  .filter(path => /^\/figures\/[^/]+$/.test(path) && !/\.(csv|json|svg)$/.test(path));
const figures = [...new Set(metrics)].filter((_, index) => index % 8 === 0);
const addresses = {
  '/': 200,
  '/forces': 200,
  '/forces/bedfordshire': 200,
  '/forces/city-of-london': 200,
  [question]: 200,
  '/figures': 200,
  ...Object.fromEntries(figures.map(path => [path, 200])),
  '/compare?force=bedfordshire&force=kent': 200,
  '/compare': 200,
  '/changes': 200,
  '/changes?cycle=2018-19': 200,
  '/changes?cycle=2017': 200,
  '/changes?date=2017-01-01': 200,
  '/feeds/changes': 200,
  '/search': 200,
  '/search?q=crime': 200,
  '/search?q=%3Cscript%3Ealert(1)%3C/script%3E': 200,
  '/reports': 200,
  '/place?q=Luton': 200,
  '/data': 200,
  '/api': 200,
  '/nowhere': 404,
  '/forces/nowhere': 404,
  '/forces/%zz': 404,
  '/compare?force=nowhere&force=kent': 404,
  '/compare?force=nowhere': 404,
  '/?cycle=1999': 400,
};
const embeds = ['/national/embed', '/forces/bedfordshire/embed', `${question}/embed`, `${figures[0]}/embed`];

// Within the page: the contrast of each text in a chart with what is painted behind its middle.
function faintTexts(least) {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = colour => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const luminance = colour => {
    const [red, green, blue] = [...rgb(colour)].map(value => value / 255)
      .map(value => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const isPaint = colour => colour && colour !== 'none' && !colour.startsWith('url') && rgb(colour)[3] === 255;
  const behind = text => {
    const box = text.getBoundingClientRect();
    const elements = document.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    for (const element of elements.slice(elements.findIndex(found => text.contains(found)) + 1)) {
      const style = getComputedStyle(element);
      const shape = element instanceof SVGGeometryElement;
      if (shape && isPaint(style.fill) && Number(style.fillOpacity) === 1) {
        return style.fill;
      }
      if (!shape && isPaint(style.backgroundColor)) {
        return style.backgroundColor;
      }
    }
    return 'white';
  };
  return [...document.querySelectorAll('svg text')].flatMap(text => {
    text.scrollIntoView({ block: 'center' });
    const colour = getComputedStyle(text).fill;
    const [light, dark] = [luminance(colour), luminance(behind(text))].sort((a, b) => b - a);
    const contrast = (light + 0.05) / (dark + 0.05);
    return contrast < least ? [`${text.textContent}: ${colour} on ${behind(text)}, ${contrast.toFixed(2)}`] : [];
  });
}

// Within the page: elements that cut off what they contain.
function cutOff() {
  return [...document.querySelectorAll('body *')].filter(element => {
    const style = getComputedStyle(element);
    const hides = ['hidden', 'clip'].includes(style.overflowX) && style.position !== 'absolute';
    // What somebody has written into a field can be moved through.
    const other = element instanceof SVGElement || element.localName === 'input';
    return hides && element.scrollWidth > element.clientWidth + 1 && !other;
  }).map(element => element.outerHTML.slice(0, 100));
}

const text = page => page.evaluate(() => document.body.innerText);
const width = page => page.evaluate(() => document.documentElement.scrollWidth);
const name = address => address.replace(/^\//, '').replace(/[^a-z0-9.-]+/gi, '_') || 'national';

const checks = {};
for (const [address, status] of [...Object.entries(addresses), ...embeds.map(embed => [embed, 200])]) {
  for (const [size, colorScheme] of sizes) {
    checks[`${address}: accessible, ${size} px, ${colorScheme}`] = () => open(address, { width: size, colorScheme },
      async (page, seen) => {
        assert.equal(seen.status, status);
        await page.evaluate(axe);
        const { violations } = await page.evaluate(rules => axe.run({ runOnly: rules }), RULES);
        assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(node => node.html)]), []);
        assert.deepEqual(await page.evaluate(faintTexts, LEAST_CONTRAST), []);
        if (pictures) {
          await page.evaluate(() => scrollTo(0, 0));
          await page.screenshot({ path: `${pictures}/${name(address)}-${size}-${colorScheme}.png`, fullPage: true });
        }
      });
  }
  checks[`${address}: small, quiet and still`] = () => open(address, {}, async (page, seen) => {
    const foreign = seen.requests.filter(url => !url.startsWith(site.origin) && !url.startsWith('data:'));
    const styles = seen.requests.filter(url => url.endsWith('.css'));
    const others = seen.requests.filter(url => !url.endsWith('.css') && !url.startsWith('data:'));
    assert.deepEqual([foreign, styles.length, others.length], [[], 1, 1], seen.requests.join(' '));
    // Chromium reports each status of an error as a message.
    assert.deepEqual(seen.messages.filter(message => status === 200 || !message.includes(`status of ${status}`)), []);
    assert.ok(seen.bytes <= LARGEST, `${seen.bytes} bytes`);
    assert.equal(await page.evaluate(() => window.shifts), 0);
    return `${seen.bytes} bytes`;
  });
  checks[`${address}: fits 320 px and text of twice the size`] = async () => {
    await open(address, { width: 320 }, async page => assert.equal(await width(page), 320));
    await open(address, { width: 640 }, async page => {
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      assert.ok(await width(page) <= 640, `${await width(page)} px wide`);
      assert.deepEqual(await page.evaluate(cutOff), []);
    });
  };
  checks[`${address}: the same without JavaScript`] = async () => {
    const without = await open(address, { javaScriptEnabled: false }, text);
    assert.equal(await open(address, {}, text), without);
  };
}
for (const address of ['/', '/forces/bedfordshire', '/figures', '/compare']) {
  checks[`${address}: by keyboard`] = () => open(address, {}, async page => {
    await page.keyboard.press('Tab');
    assert.match(await page.evaluate(() => document.activeElement.getAttribute('href')), /^#/, 'the skip link comes first');
    await page.keyboard.press('Enter');
    for (let stop = 0; stop < 25; stop++) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === document.body) {
          return null;
        }
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const outlined = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
        // A link in a chart has a thick line around its box instead, or its text is underlined.
        const drawn = element.matches('svg a') && [...element.children].some(part => {
          const style = getComputedStyle(part);
          return parseFloat(style.strokeWidth) >= 3 || style.textDecorationLine === 'underline';
        });
        return { visible: outlined || drawn, html: element.outerHTML.slice(0, 120) };
      });
      assert.ok(focus === null || focus.visible, focus?.html);
    }
  });
  checks[`${address}: on paper`] = () => open(address, {}, async page => {
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('nav')).display), 'none');
  });
}
checks['a form leads from a place to its force'] = () => open('/', { javaScriptEnabled: false }, async page => {
  await page.fill('input[name=q]', 'Luton');
  await page.press('input[name=q]', 'Enter');
  await page.waitForURL(/\/(place|forces\/bedfordshire)/);
  assert.match(await text(page), /Bedfordshire/);
});
checks['other sites can frame embeds, and nothing else'] = async () => {
  const frames = [...embeds, '/', '/forces/bedfordshire'];
  const other = createServer((request, response) => response.setHeader('Content-Type', 'text/html')
    .end(frames.map(frame => `<iframe src="${new URL(frame, site)}"></iframe>`).join('')));
  await new Promise(ready => other.listen(0, '127.0.0.1', ready));
  try {
    await open(`http://127.0.0.1:${other.address().port}/`, {}, async page => {
      const shown = await Promise.all(page.frames().slice(1).map(frame => frame.evaluate(() => document.querySelector('main') !== null)));
      assert.deepEqual(shown, frames.map(frame => embeds.includes(frame)));
    });
  } finally {
    other.close();
  }
};
await run(checks);
