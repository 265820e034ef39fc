import type { Participation } from './participation.js';
import { lackingFields, requirementsOf } from './required-fields.js';

const taking = (resource: string, anyOf?: string[][]) =>
  ({ resource: { resource, anyOf }, key: [], creates: true }) as unknown as Participation;
const field = (path: string, isRequired = false, column = path) => ({ path, column, isRequired });

describe('Required fields', () => {
  const territory = field('territory.name', true);
  const number = field('customer.number', true);
  const name = field('customer.name', true);
  const city = field('customer.city');
  const orderNumber = field('order.number', true);
  const orderCity = field('order.city', false, 'customer.city');
  const fields = [territory, number, name, city, orderNumber, orderCity];
  const requirements = requirementsOf(fields, [taking('territory'), taking('customer'), taking('order')]);
  const lackingWith = (...given: typeof fields) =>
    lackingFields(requirements, (one) => !given.includes(one as (typeof fields)[number])).map(
      ({ path }) => path,
    );

  it('are only asked of what the row speaks of', () => {
    expect(lackingWith(number, name)).toEqual([]);
    expect(lackingWith(number)).toEqual(['customer.name']);
    expect(lackingWith(city)).toEqual(['customer.number', 'customer.name']);
  });

  it('are not asked for because of a column that another resource has first', () => {
    expect(lackingWith(number, name, city, orderCity)).toEqual([]);
    expect(lackingWith(number, name, orderNumber)).toEqual([]);
  });

  it('are asked of every row when the file has one resource only', () => {
    const only = requirementsOf([name], [taking('customer')]);
    expect(lackingFields(only, () => true)).toEqual([name]);
  });

  it('may be alternatives', () => {
    const [amount, price, quantity] = [field('line.amount'), field('line.price'), field('line.quantity')];
    const either = requirementsOf(
      [amount, price, quantity],
      [taking('line', [['amount', 'price']]), taking('other')],
    );
    expect(lackingFields(either, (one) => one !== quantity)).toEqual([amount]);
    expect(lackingFields(either, (one) => one === amount)).toEqual([]);
  });
});
