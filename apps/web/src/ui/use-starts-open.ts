import { useEffect, useState } from 'react';

/**
 * Open as soon as its button is there and has the focus of the one it replaces (OpensLater.tsx): whatever closes gives
 * the focus back to what had it when it opened.
 */
export function useStartsOpen() {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => setOpen(true), []);
  return { isOpen, onOpenChange: setOpen };
}
