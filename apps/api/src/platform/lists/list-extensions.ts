import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import type { ListDefinition } from './list-definition.js';

/** Gives a list with what the company has added to it; the same object when there is nothing to add. */
export type ListExtension = (list: ListDefinition, actor: Actor) => ListDefinition;

/** What is added to declared lists while the product runs. */
@Injectable()
export class ListExtensions {
  private readonly extensions: ListExtension[] = [];

  add(extension: ListExtension): void {
    this.extensions.push(extension);
  }

  of(list: ListDefinition, actor: Actor): ListDefinition {
    return this.extensions.reduce((made, extension) => extension(made, actor), list);
  }
}
