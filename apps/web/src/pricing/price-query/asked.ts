/** One product somebody asks the price of, as typed. */
export interface Asked {
  readonly key: number;
  productId: string | null;
  quantity: string;
  /** Empty: the product's own. */
  unit: string;
  askedPrice: string;
}

export interface Circumstances {
  customerId: string | null;
  contractKind: string;
  on: string;
}
