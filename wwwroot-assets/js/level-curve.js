// A level over sandbox time: straight between its corners, two corners at one instant are a jump. Its end is a forecast.

const most = 2000;

export class LevelCurve {
  corners = []; // [at, level], in order

  /** What was foretold from the first corner on is replaced; what came before stays. */
  continueWith(corners) {
    const start = corners[0][0];
    const before = this.levelAt(start, true);
    while (this.corners.length && this.corners.at(-1)[0] >= start) this.corners.pop();
    if (before !== undefined) this.#add([start, before]);
    for (const corner of corners) this.#add(corner);
    if (this.corners.length > most) this.corners.splice(0, this.corners.length - most);
  }

  /** The level at an instant; at a jump the value behind it, or the one before it. */
  levelAt(at, beforeJump = false) {
    const next = this.#after(at, beforeJump);
    const a = this.corners[next - 1], b = this.corners[next];
    if (!a || !b) return (a ?? b)?.[1];
    return a[1] + (b[1] - a[1]) * (at - a[0]) / (b[0] - a[0]);
  }

  /** The level from one instant to another: where it is at both ends, and the corners between. */
  part(from, to) {
    if (!this.corners.length) return [];
    return [[from, this.levelAt(from)], ...this.corners.slice(this.#after(from), this.#after(to)), [to, this.levelAt(to)]];
  }

  /** The corners from the one in force at `from` on. */
  since(from) { return this.corners.slice(Math.max(0, this.#after(from) - 1)); }

  #after(at, beforeJump = false) { // index of the first corner behind an instant
    let low = 0, high = this.corners.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.corners[middle][0] < at || (!beforeJump && this.corners[middle][0] === at)) low = middle + 1; else high = middle;
    }
    return low;
  }

  #add(corner) {
    const [a, b] = this.corners.slice(-2);
    if (b && b[0] === corner[0] && b[1] === corner[1]) return;
    const onLine = b && a && a[0] < b[0] && b[0] < corner[0]
      && Math.abs(a[1] + (corner[1] - a[1]) * (b[0] - a[0]) / (corner[0] - a[0]) - b[1]) < 1e-4;
    const jumpTwice = b && a && a[0] === b[0] && b[0] === corner[0];
    if (onLine || jumpTwice) this.corners.pop();
    this.corners.push(corner);
  }
}
