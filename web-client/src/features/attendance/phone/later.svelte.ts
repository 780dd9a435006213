/** That the reader does not want a parallel room; the question is not asked again while this page is open. */
export const remembered = $state({ declined: false });
