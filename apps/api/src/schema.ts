import { SalesFacts1761000000007 } from './analytics/migrations/0007-sales-facts.js';
import { Contact } from './customer/contacts/contact.entity.js';
import { Customer } from './customer/customers/customer.entity.js';
import { CustomerNumbers1761000000008 } from './customer/migrations/0008-customer-numbers.js';
import { Customers1761000000003 } from './customer/migrations/0003-customers.js';
import { Orders1761000000005 } from './contract/migrations/0005-orders.js';
import { Exchange1761000000006 } from './platform/migrations/0006-exchange.js';
import { Platform1761000000001 } from './platform/migrations/0001-platform.js';
import { SearchGrams1761000000009 } from './platform/migrations/0009-search-grams.js';
import { Products1761000000004 } from './pricing/migrations/0004-products.js';
import { Department } from './system-admin/departments/department.entity.js';
import { People1761000000002 } from './system-admin/migrations/0002-people.js';
import { Role } from './system-admin/roles/role.entity.js';
import { User } from './system-admin/users/user.entity.js';

/** Records that are written one at a time; what only comes in bulk or from other records has no entity. */
export const ENTITIES = [User, Role, Department, Customer, Contact];

/** In the order in which they run: each module brings its own, and only ever adds at the end. */
export const MIGRATIONS = [
  Platform1761000000001,
  People1761000000002,
  Customers1761000000003,
  Products1761000000004,
  Orders1761000000005,
  Exchange1761000000006,
  SalesFacts1761000000007,
  CustomerNumbers1761000000008,
  SearchGrams1761000000009,
];
