'use strict';
// Text of the repository reaches the page as textContent and attributes only, never as markup.
const MOST_BOXES = 150;
const MOST_ARROWS = 14;
const MOST_LISTED = 12;
const MOST_FOUND = 60;
const MOST_MORE = 500;
const SVG = 'http://www.w3.org/2000/svg';
const data = JSON.parse(document.getElementById('data').textContent);
const modules = data.modules.map(([name, path, parent], id) =>
  ({ id, name, path, parent, children: [], files: [], symbols: [], size: { lines: 0, symbols: 0 }, count: 0 }));
const files = data.files.map(([path, module, lines, symbols, test], id) =>
  ({ id, path, name: path.slice(path.lastIndexOf('/') + 1), module, test: test === 1, size: { lines, symbols } }));
const symbols = data.symbols.map(([kind, name, file, line]) => ({ kind, name, file: files[file], line }));
const MEMBERS = ['method', 'constructor', 'field', 'enum-member', 'property'];
for (const file of files) modules[file.module].files.push(file);
for (const symbol of symbols) modules[symbol.file.module].symbols.push(symbol);
for (const module of modules.slice().reverse()) { // those below come after those around them
  for (const part of [...module.files, ...module.children]) {
    module.size.lines += part.size.lines;
    module.size.symbols += part.size.symbols;
    module.count += part.children ? part.count : 1;
  }
  if (module.parent >= 0) modules[module.parent].children.unshift(module);
}

let shown = modules[0]; // the module that is zoomed into
let own = false; // whether its own files are, rather than the modules below it
let chosen = null; // a file of it
let boxes = [];
const map = document.getElementById('map');
const about = document.getElementById('about');
const query = document.getElementById('query');
const rest = document.getElementById('rest');
const number = (value) => value.toLocaleString('en');
const count = (value, one) => `${number(value)} ${one}${value === 1 ? '' : 's'}`;
const metric = () => document.querySelector('[name=size]:checked').value;

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** Sizes as a share of an area, each a rectangle near to a square: Bruls, Huizing, van Wijk, "Squarified Treemaps", 2000. */
function squarified(parts, x, y, width, height) {
  const all = parts.reduce((sum, part) => sum + part.weight, 0);
  const placed = [];
  let left = parts.map((part) => ({ part, area: (part.weight / all) * width * height }));
  while (left.length > 0) {
    const side = Math.max(1e-9, Math.min(width, height));
    let row = 0, sum = 0, worst = Infinity;
    while (row < left.length) {
      const next = sum + left[row].area;
      const ratio = Math.max((side * side * left[0].area) / (next * next), (next * next) / (side * side * left[row].area));
      if (ratio > worst) break;
      worst = ratio;
      sum = next;
      row++;
    }
    const depth = sum / side;
    let along = 0;
    for (const { part, area } of left.slice(0, row)) {
      const length = area / Math.max(1e-9, depth);
      placed.push(width >= height
        ? { ...part, x, y: y + along, width: depth, height: length }
        : { ...part, x: x + along, y, width: length, height: depth });
      along += length;
    }
    if (width >= height) { x += depth; width -= depth; } else { y += depth; height -= depth; }
    left = left.slice(row);
  }
  return placed;
}

/** What is seen of the module, the largest first. */
function parts() {
  const size = metric();
  const weight = (part) => Math.max(1, part.size[size]);
  if (own || shown.children.length === 0) {
    return shown.files.map((file) => ({ file, name: file.name, title: file.path, weight: weight(file), key: `f${file.id}` }));
  }
  const seen = shown.children.map((module) =>
    ({ module, name: module.name, title: module.path, weight: weight(module), key: `m${module.id}` }));
  if (shown.files.length > 0) {
    const total = shown.files.reduce((sum, file) => sum + file.size[size], 0);
    const name = `${number(shown.files.length)} own ${shown.files.length === 1 ? 'file' : 'files'}`;
    seen.push({ own: true, name, title: `${shown.name} itself`, total, weight: Math.max(1, total), key: 'own' });
  }
  return seen;
}

/** The key of the box that shows a module; none if it lies outside. */
function boxOf(id) {
  for (let at = modules[id]; at; at = modules[at.parent]) {
    if (at === shown) return 'own';
    if (at.parent === shown.id) return `m${at.id}`;
  }
  return null;
}

/** References between boxes, most first. */
function ties() {
  const sums = new Map();
  const add = (from, to, references) => {
    if (from === null || to === null || from === to) return;
    const key = `${from} ${to}`;
    sums.set(key, (sums.get(key) ?? 0) + references);
  };
  if (own || shown.children.length === 0) {
    for (const [from, to, references] of data.ties) {
      if (files[from].module === shown.id) add(`f${from}`, `f${to}`, references);
    }
  } else {
    for (const [from, to, references] of data.dependencies) add(boxOf(from), boxOf(to), references);
  }
  return [...sums].map(([key, references]) => ({ from: key.split(' ')[0], to: key.split(' ')[1], references }))
    .sort((one, other) => other.references - one.references);
}

function draw() {
  const { width, height } = map.getBoundingClientRect();
  const sorted = parts().sort((one, other) => other.weight - one.weight || one.name.localeCompare(other.name));
  // One that is tiny beside the others is still to be seen and to be hit.
  const least = sorted.length === 0 ? 1 : sorted[0].weight / 60;
  for (const part of sorted) part.weight = Math.max(part.weight, least);
  const tests = (part) => (part.file ? part.file.test : part.module && part.module.files.length > 0
    && part.module.children.length === 0 && part.module.files.every((file) => file.test));
  map.replaceChildren();
  boxes = squarified(sorted.slice(0, MOST_BOXES), 0, 0, width, height);
  boxes.forEach((box, index) => {
    const total = box.total ?? (box.file ?? box.module).size[metric()];
    const detail = count(total, metric().slice(0, -1));
    const button = element('button', { type: 'button', className: `box${tests(box) ? ' tests' : ''}` });
    if (box.width > 24 && box.height > 18) button.append(element('b', { textContent: box.name }));
    if (box.width > 70 && box.height > 38) button.append(element('span', { className: 'soft', textContent: detail }));
    button.title = `${box.title}, ${detail}`;
    button.setAttribute('aria-label', `${box.name}, ${detail}`);
    button.classList.toggle('chosen', box.file !== undefined && box.file === chosen);
    button.style.cssText = `left:${box.x}px;top:${box.y}px;width:${box.width}px;height:${box.height}px`;
    button.style.setProperty('--hue', String((index * 47 + 205) % 360));
    button.addEventListener('click', () => open(box));
    button.addEventListener('keydown', (event) => move(event, box));
    for (const event of ['mouseenter', 'focus']) button.addEventListener(event, () => near(box.key));
    for (const event of ['mouseleave', 'blur']) button.addEventListener(event, () => near(null));
    box.button = button;
    map.append(button);
  });
  if (boxes.length === 0) map.append(element('p', { textContent: 'There is no code here.' }));
  rest.textContent = sorted.length > MOST_BOXES ? `The ${MOST_BOXES} largest of ${number(sorted.length)} are drawn. ` : '';
  arrows(ties());
}

function arrows(all) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('aria-hidden', 'true');
  const make = (parent, tag, attributes) => {
    const made = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return parent.appendChild(made);
  };
  const head = { id: 'head', viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 15, markerHeight: 15, orient: 'auto',
    markerUnits: 'userSpaceOnUse' };
  make(make(make(svg, 'defs', {}), 'marker', head), 'path', { d: 'M0 0L8 4L0 8z' });
  const byKey = new Map(boxes.map((box) => [box.key, box]));
  const most = all.length === 0 ? 1 : all[0].references;
  all.filter((tie) => byKey.has(tie.from) && byKey.has(tie.to)).slice(0, 600).forEach((tie, index) => {
    const [from, to] = [byKey.get(tie.from), byKey.get(tie.to)];
    const a = { x: from.x + from.width / 2, y: from.y + from.height / 2 };
    const c = { x: to.x + to.width / 2, y: to.y + to.height / 2 };
    const b = { x: (a.x + c.x) / 2 - (c.y - a.y) / 6, y: (a.y + c.y) / 2 + (c.x - a.x) / 6 };
    const path = make(svg, 'path', { d: `M${a.x} ${a.y}Q${b.x} ${b.y} ${c.x} ${c.y}`, 'marker-end': 'url(#head)',
      'stroke-width': 1 + (4 * Math.log1p(tie.references)) / Math.log1p(most) });
    path.dataset.ends = `${tie.from} ${tie.to}`;
    path.style.display = index < MOST_ARROWS ? '' : 'none';
  });
  map.append(svg);
}

/** Shows all arrows of one box and no others; of none, the strongest of all. */
function near(key) {
  map.querySelectorAll('svg > path').forEach((path, index) => {
    const is = key !== null && path.dataset.ends.split(' ').includes(key);
    path.classList.toggle('near', is);
    path.style.display = is || (key === null && index < MOST_ARROWS) ? 'inline' : 'none';
  });
}

function open(box) {
  if (box.file) {
    choose(box.file);
  } else {
    go(box.own ? shown : box.module, Boolean(box.own));
  }
}

function choose(file) {
  chosen = file;
  boxes.forEach((box) => box.button.classList.toggle('chosen', box.file === file));
  describe();
}

/** The address remembers what is shown, so that the browser's way back works. */
function go(module, itself = false, file = null) {
  const hash = `#${itself ? 'f' : 'm'}${module.id}`;
  if (location.hash === hash && shown === module) {
    choose(file);
  } else {
    chosen = file;
    location.hash = hash;
  }
}

function up() {
  if (own && shown.children.length > 0) go(shown);
  else if (shown.parent >= 0) go(modules[shown.parent]);
}

/** Moves the focus to the nearest box in the direction of an arrow key. */
function move(event, box) {
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  if (!way) return;
  event.preventDefault();
  const distance = (other) => {
    const x = other.x + other.width / 2 - box.x - box.width / 2;
    const y = other.y + other.height / 2 - box.y - box.height / 2;
    const along = x * way[0] + y * way[1];
    return along <= 1 ? Infinity : along + 2 * Math.abs(x * way[1] + y * way[0]);
  };
  const next = boxes.filter((other) => other !== box).sort((one, other) => distance(one) - distance(other))[0];
  if (next && distance(next) < Infinity) next.button.focus();
}

/** Makes of each thing an entry; of those that are not asked for, none. */
function list(title, things, make, most = MOST_LISTED) {
  if (things.length === 0) return;
  const all = element('ul', {}, ...things.slice(0, most).map(make));
  about.append(element('h3', { textContent: title }), all);
  if (things.length > most) {
    const more = element('button', { type: 'button', className: 'link', textContent: `${number(things.length - most)} more` });
    more.addEventListener('click', () => {
      more.remove();
      all.append(...things.slice(most, MOST_MORE).map(make));
      if (things.length > MOST_MORE) all.append(element('li', { className: 'soft', textContent: 'The search finds the others.' }));
    });
    about.append(more);
  }
}

function entry(text, detail, title, action) {
  const name = element('button', { type: 'button', className: 'link', textContent: text, title });
  name.addEventListener('click', action);
  return element('li', {}, name, element('span', { textContent: detail }));
}

function symbolEntry(symbol) {
  const names = symbol.name.split(/\.|::|#/);
  const short = names.slice(MEMBERS.includes(symbol.kind) ? -2 : -1).join('.');
  return entry(short || symbol.name, symbol.kind, `${symbol.name} at ${symbol.file.path}:${symbol.line}`,
    () => go(modules[symbol.file.module], true, symbol.file));
}

function moduleEntry(module) {
  return entry(module.name, count(module.count, 'file'), module.path, () => go(module));
}

function fileEntry(file) {
  const within = shown.path !== '' && file.path.startsWith(`${shown.path}/`);
  return entry(within ? file.path.slice(shown.path.length + 1) : file.path, number(file.size.lines), file.path,
    () => go(modules[file.module], true, file));
}

/** Other modules by the references to or from this one, each as the outermost that is not around this one too. */
function outside(mine, other) {
  const around = new Set();
  for (let at = shown; at; at = modules[at.parent]) around.add(at.id);
  const within = (id) => {
    for (let at = modules[id]; at; at = modules[at.parent]) if (at === shown) return true;
    return false;
  };
  const sums = new Map();
  for (const tie of data.dependencies) {
    if (within(tie[mine]) && !within(tie[other])) {
      let at = modules[tie[other]];
      while (!around.has(at.id) && !around.has(at.parent)) at = modules[at.parent];
      sums.set(at, (sums.get(at) ?? 0) + tie[2]);
    }
  }
  return [...sums].sort((one, two) => two[1] - one[1]);
}

function describe() {
  about.replaceChildren(element('h2', { textContent: shown.name }));
  const facts = [count(shown.count, 'file'), count(shown.size.lines, 'line'), count(shown.size.symbols, 'symbol')];
  about.append(element('p', {}, element('code', { textContent: shown.path || '/' })),
    element('p', { className: 'soft', textContent: facts.join(', ') }));
  if (chosen) {
    about.append(element('h3', { textContent: chosen.name }), element('p', {}, element('code', { textContent: chosen.path })),
      element('p', { className: 'soft',
        textContent: `${count(chosen.size.lines, 'line')}, ${count(chosen.size.symbols, 'symbol')}${chosen.test ? ', a test' : ''}` }));
    list('Important in this file', symbols.filter((symbol) => symbol.file === chosen), symbolEntry);
  }
  const below = new Set([shown]);
  for (const module of modules.slice(shown.id)) if (below.has(modules[module.parent])) below.add(module);
  list('Most important symbols', symbols.filter((symbol) => below.has(modules[symbol.file.module])), symbolEntry);
  const tieEntry = ([module, references]) => entry(module.name, number(references), module.path, () => go(module));
  list('Uses', outside(0, 1), tieEntry);
  list('Used by', outside(1, 0), tieEntry);
  list('Modules', shown.children, moduleEntry);
  list('Files', shown.files, fileEntry);
}

function find() {
  const words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) {
    describe();
    return;
  }
  const fits = (text) => words.every((word) => text.toLowerCase().includes(word));
  about.replaceChildren(element('h2', { textContent: 'Found' }));
  list('Modules', modules.filter((module) => fits(`${module.name} ${module.path}`)), moduleEntry, MOST_FOUND);
  list('Symbols', symbols.filter((symbol) => fits(symbol.name)), symbolEntry, MOST_FOUND);
  list('Files', files.filter((file) => fits(file.path)), fileEntry, MOST_FOUND);
  if (about.childElementCount === 1) about.append(element('p', { textContent: 'Nothing is called so.' }));
}

function show() {
  const [, kind, id] = /^#([mf])(\d{1,9})$/.exec(location.hash) ?? [];
  shown = modules[Number(id ?? 0)] ?? modules[0];
  own = kind === 'f';
  if (chosen && chosen.module !== shown.id) chosen = null;
  const trail = [];
  for (let at = shown; at; at = modules[at.parent]) {
    const step = element('button', { type: 'button', className: 'link', textContent: at.name });
    step.addEventListener('click', () => go(at));
    trail.unshift(step, ' / ');
  }
  trail.pop();
  document.getElementById('trail').replaceChildren(...trail);
  const inMap = map.contains(document.activeElement);
  describe();
  draw();
  if (inMap && boxes.length > 0) boxes[0].button.focus();
}

document.getElementById('name').textContent = data.name;
document.getElementById('facts').textContent = `${data.commit.slice(0, 12)}: ${count(files.length, 'file')}, ${
  count(modules[0].size.lines, 'line')}; ${data.languages.join(', ')}`;
document.getElementById('search').addEventListener('submit', (event) => {
  event.preventDefault();
  about.querySelector('li button')?.click();
});
query.addEventListener('input', find);
for (const size of document.getElementsByName('size')) size.addEventListener('change', draw);
addEventListener('hashchange', show);
addEventListener('keydown', (event) => {
  if (event.key === '/' && document.activeElement !== query) {
    event.preventDefault();
    query.focus();
  } else if (event.key === 'Escape' && document.activeElement !== query) {
    up();
  }
});
let width = 0;
new ResizeObserver(() => {
  if (Math.abs(map.clientWidth - width) > 1) {
    width = map.clientWidth;
    draw();
  }
}).observe(map);
show();
