// Where marks go that happened at nearly one instant: each keeps its true place while there is a free row for it; a denser group
// becomes a small block around its instant, and what is too many to tell apart becomes bundles with a count.

const pitchInEm = 0.72; // from mark to mark
const columns = 4; // of a block
const mostRows = 5;

/**
 * @param marks in order of time: { at, kind, id }
 * @param x     time to px
 * @param walls px that a block must not cross, ascending (window edges): what happened before an edge is drawn before it
 * @param em    px of a letter: marks are as large as the text beside them
 * @returns dots { mark, x, y } and bundles { marks, kind, x, y }
 */
export function spread(marks, x, walls, height, em) {
  const pitch = pitchInEm * em;
  const rows = Math.min(mostRows, Math.max(1, Math.floor(height / pitch)));
  const dots = [], bundles = [];
  const taken = Array(rows).fill(-Infinity); // each row's right end
  for (const group of groups(marks, x, walls, pitch)) {
    if (inRows(group, taken, height, dots, pitch)) continue;
    const isBlock = group.length <= rows * columns;
    const wide = isBlock ? Math.ceil(group.length / rows) * pitch : bundleWidth(group, em);
    const left = place(group, wide, Math.max(...taken));
    if (isBlock) block(group, left, rows, height, dots, pitch); else bundle(group, left, wide, height, bundles, pitch);
    taken.fill(left + wide);
  }
  return { dots, bundles };
}

// Neighbours closer than a mark's width belong together, up to a block's width and never across a wall.
function* groups(marks, x, walls, pitch) {
  let group = null;
  for (const mark of marks) {
    const at = x(mark.at);
    const wall = walls.findLast(w => w <= at) ?? -Infinity;
    if (group && at - group.last < pitch && at - group.first < pitch * columns && wall === group.wall) {
      group.items.push({ mark, at });
      group.last = at;
    } else {
      if (group) yield finish(group, walls);
      group = { items: [{ mark, at }], first: at, last: at, wall };
    }
  }
  if (group) yield finish(group, walls);
}

function finish(group, walls) {
  const next = walls.find(w => w > group.last) ?? Infinity;
  return Object.assign(group.items, { from: group.wall, to: next, middle: (group.first + group.last) / 2 });
}

// Each mark at its true instant, in the free row nearest to the middle; false, and nothing placed, where one finds none.
function inRows(group, taken, height, dots, pitch) {
  const ends = [...taken], rows = ends.length, placed = [];
  const order = [...ends.keys()].sort((a, b) => Math.abs(a - (rows - 1) / 2) - Math.abs(b - (rows - 1) / 2) || a - b);
  for (const { mark, at } of group) {
    const row = order.find(r => ends[r] <= at - pitch / 2);
    if (row === undefined) return false;
    ends[row] = at + pitch / 2;
    placed.push({ mark, x: at, y: rowY(row, rows, height, pitch) });
  }
  dots.push(...placed);
  ends.forEach((end, row) => { taken[row] = end; });
  return true;
}

function place(group, wide, edge) {
  const left = Math.min(group.middle - wide / 2, group.to - wide - 2);
  return Math.max(left, group.from + 2, edge);
}

function block(group, left, rows, height, dots, pitch) {
  const perColumn = Math.ceil(group.length / Math.ceil(group.length / rows));
  group.forEach(({ mark }, i) => dots.push({
    mark, x: left + pitch * (Math.floor(i / perColumn) + 0.5), y: rowY(i % perColumn, perColumn, height, pitch),
  }));
}

const kindsOf = group => [...Map.groupBy(group, g => g.mark.kind)].sort((a, b) => a[0] - b[0]);
const bundleWidth = (group, em) => em * (1.7 + 0.6 * String(Math.max(...kindsOf(group).map(([, g]) => g.length))).length);

function bundle(group, left, wide, height, bundles, pitch) {
  const kinds = kindsOf(group);
  kinds.forEach(([kind, of], i) => bundles.push({
    kind, marks: of.map(item => item.mark), x: left + wide / 2, y: rowY(i, kinds.length, height, 2 * pitch),
  }));
}

const rowY = (row, rows, height, step) => height / 2 + (row - (rows - 1) / 2) * Math.min(step, (height - 2) / rows);
