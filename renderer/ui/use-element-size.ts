// Size of an element's content box, kept up to date.
import { useLayoutEffect, useState, type RefObject } from 'react';

export interface ElementSize {
  readonly width: number;
  readonly height: number;
  /** Room that a scroll bar takes at the right. */
  readonly scrollBar: number;
}

export function useElementSize(ref: RefObject<HTMLElement | null>): ElementSize {
  const [size, setSize] = useState<ElementSize>({ width: 0, height: 0, scrollBar: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    function measure(): void {
      if (element === null) return;
      const { clientWidth: width, clientHeight: height, offsetWidth } = element;
      setSize({ width, height, scrollBar: offsetWidth - width });
    }
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}
