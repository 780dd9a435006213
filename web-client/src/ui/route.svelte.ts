/** Where the address bar points. */
export type Route =
  | { page: 'start' }
  | { page: 'recount' }
  | { page: 'join'; code: string }
  | { page: 'open'; link: string }
  | { page: 'participant'; participant: string; as: string | null }
  | { page: 'unknown' };

export function parse(path: string, search: string, hash: string): Route {
  const [first, second, ...rest] = path.split('/').filter((part) => part !== '');
  if (first === undefined) return { page: 'start' };
  if (rest.length === 0) {
    if (first === 'open' && second === undefined)
      return { page: 'open', link: decodeURIComponent(hash.slice(1)) };
    if (first === 'recount' && second === undefined) return { page: 'recount' };
    if (first === 'j' && second !== undefined) return { page: 'join', code: second.toUpperCase() };
    if (first === 's' && second !== undefined) {
      return { page: 'participant', participant: second, as: new URLSearchParams(search).get('as') };
    }
  }
  return { page: 'unknown' };
}

class Router {
  #route = $state.raw<Route>(read());

  constructor() {
    const follow = (): void => {
      this.#route = read();
    };
    window.addEventListener('popstate', follow);
    window.addEventListener('hashchange', follow);
  }

  get route(): Route {
    return this.#route;
  }

  go(address: string): void {
    history.pushState(null, '', address);
    this.#route = read();
  }

  /** As `go`, leaving no way back: the personal link must not stay in the history. */
  replace(address: string): void {
    history.replaceState(null, '', address);
    this.#route = read();
  }
}

const read = (): Route => parse(location.pathname, location.search, location.hash);

export const router = new Router();
