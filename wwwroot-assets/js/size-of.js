// An element's size without asking for it: reading clientWidth after a change would lay the page out on the spot.

export class SizeOf {
  constructor(element, changed) {
    [this.width, this.height] = [element.clientWidth, element.clientHeight];
    this.observer = new ResizeObserver(([entry]) => {
      const { inlineSize, blockSize } = entry.contentBoxSize[0];
      if (inlineSize === this.width && blockSize === this.height) return;
      [this.width, this.height] = [inlineSize, blockSize];
      changed();
    });
    this.observer.observe(element);
  }

  stop() { this.observer.disconnect(); }
}
