import type { Actor } from '../platform/auth/actor.js';
import type { Unit } from '../platform/database/unit-of-work.js';
import type { FactDeclaration, Facts, Label } from './documents/facts.js';
import type { Difference, RenderedDocument, RenderedSection } from './documents/rendered-document.js';

/** A document as it stands, as its module hands it in. */
export interface SubmittedDocument<Content = unknown> {
  /** What people call it, `融氏食品 信用额度 50,000 → 80,000`. */
  readonly title: string;
  readonly number: string | null;
  /** Path of its page. */
  readonly link: string;
  /** Who keeps it and where: for "owner's leader", and for the department fact. */
  readonly ownerId: string | null;
  readonly departmentId: string | null;
  /** Shown in lists, CNY; null where there is none. */
  readonly amount: string | null;
  readonly facts: Facts;
  /**
   * All that a reviewer decides on, as plain JSON. It is stored unchanged with its hash; `render` and `compare` see only
   * this. What changes by itself (a balance, today's date) does not belong here but into `present`.
   */
  readonly content: Content;
}

/** What a hook may know of the run that calls it. */
export interface ApprovalOutcome {
  readonly approvalId: string;
  readonly documentId: string;
  /** Who caused it: submitter, last approver, administrator. */
  readonly byUserId: string;
  /** Words that came with it: why it was returned. */
  readonly reason: string | null;
}

/**
 * A kind of document that can be approved. Nothing in the engine knows one; nothing in its module knows stages. Hooks run in
 * the engine's transaction: what they throw undoes the decision and is what the approver reads.
 */
export interface DocumentType<Content = unknown> {
  /** Resource word, `credit-limit-change`. */
  readonly name: string;
  readonly label: Label;
  readonly facts: readonly FactDeclaration[];
  /** Parts that `render` may give; flows name them to ask again only where one changed. */
  readonly sections: readonly { readonly name: string; readonly label: Label }[];
  /**
   * Reads the document and keeps others off it until the commit (`for update`); undefined when it is gone. The engine has
   * locked the run before, so a module never calls the engine while it holds a document.
   */
  load(unit: Unit, documentId: string): Promise<SubmittedDocument<Content> | undefined>;
  /** Whether this person may see the document in its own place: then also how far its approval is. */
  mayRead(actor: Actor, documentId: string): Promise<boolean>;
  /** The stored version for a reviewer's screen. Pure. */
  render(content: Content): RenderedDocument;
  /** What is different, for the next round. Pure; `compareRendered` does it for what is shown. */
  compare(before: Content, after: Content): readonly Difference[];
  /** What is true now beside the stored version: use of the limit, overdue amounts. */
  present?(documentId: string): Promise<readonly RenderedSection[]>;
  /** Files that belong to it; who may see the approval may open them. */
  files?(content: Content): readonly string[];
  /** Draft or returned → under review. Refuses who may not submit it. */
  onSubmitted(unit: Unit, outcome: ApprovalOutcome): Promise<void>;
  /** It takes effect here. */
  onApproved(unit: Unit, outcome: ApprovalOutcome): Promise<void>;
  /** Back to the submitter, who may change it and submit again. */
  onReturned(unit: Unit, outcome: ApprovalOutcome): Promise<void>;
  /** Taken back by the submitter. */
  onWithdrawn(unit: Unit, outcome: ApprovalOutcome): Promise<void>;
  /** Ended by an administrator; the document may be gone. */
  onTerminated(unit: Unit, outcome: ApprovalOutcome): Promise<void>;
}

/** The document types of all modules; each registers its own in `onModuleInit`. */
export class DocumentTypes {
  private readonly byName = new Map<string, DocumentType>();

  register<Content>(type: DocumentType<Content>): void {
    this.byName.set(type.name, type as DocumentType);
  }

  all(): readonly DocumentType[] {
    return [...this.byName.values()];
  }

  find(name: string): DocumentType | undefined {
    return this.byName.get(name);
  }

  /** @throws Error when no module brings it any more: a slip in the program */
  of(name: string): DocumentType {
    const type = this.byName.get(name);
    if (!type) throw new Error(`No module has registered the document type "${name}".`);
    return type;
  }
}
