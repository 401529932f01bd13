import { type RefObject, useLayoutEffect, useState } from 'react';

/** How far an element begins below the top of the document, also when what stands above it grows. */
export function useDistanceToTop(element: RefObject<HTMLElement | null>): number {
  const [distance, setDistance] = useState(() => 0);
  useLayoutEffect(() => {
    const measure = () => {
      if (element.current)
        setDistance(Math.round(element.current.getBoundingClientRect().top + window.scrollY));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [element]);
  return distance;
}
