// Whether the keyboard has ⌘.
export const isMac = /mac/i.test(navigator.platform);
