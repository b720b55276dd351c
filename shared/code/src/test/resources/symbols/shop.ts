/**
 * Carts.
 * @module shop
 */
import { Line } from "./line";

/** What a customer means to buy. */
@Injectable({ providedIn: "root" })
export class Cart<T extends Line> extends Base implements Iterable<T> {
  static readonly MAX_LINES = 100;
  private lines: T[] = [];
  #secret?: string;

  constructor(private readonly owner: string) {
    super();
  }

  /** Adds a line. */
  public add(line: T): void;
  public add(line: T, count?: number): void {
    const inner = () => count;
  }

  get size(): number {
    return this.lines.length;
  }

  protected onChange = (line: T): void => {
    this.add(line);
  };
}

export interface Options {
  /** In cents. */
  limit: number;
  "content-type"?: string;
  load(name: string): Promise<Cart<Line>>;
}

export type Price = number | bigint;

export enum State {
  Open = 1,
  Paid,
}

// Looks a cart up.
export const find = async (id: string): Promise<Cart<Line> | undefined> => undefined;

const registry = new Map<string, Cart<Line>>();
let counter = 0;

export function total(cart: Cart<Line>): number;
export function total(cart: Cart<Line>, rate = 1): number {
  function helper() {}
  return rate;
}

function internal() {}

function later() {}

export namespace Money {
  export const EUR = "EUR";
}

declare function external(x: number): string;

export { later as afterwards };
export default abstract class Base {
  abstract close(): void;
}
