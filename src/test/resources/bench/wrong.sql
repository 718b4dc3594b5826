-- how many rows are not as their rules say
select (select count(*) from order_items i join orders o on o.id = i.order_id join products p on p.id = i.product_id
        where i.unit_price <> p.unit_price or i.amount <> i.quantity * i.unit_price
            or i.shipped_on is distinct from o.shipped_on)
    + (select count(*) from orders o join (select order_id, sum(amount) amount, count(*) n from order_items group by order_id) i
        on i.order_id = o.id
        where o.amount_total <> i.amount or o.item_count <> i.n
            or o.status <> case when o.shipped_on is null then 'OPEN' else 'SHIPPED' end)
    + (select count(*) from customers c left join (
            select customer_id, count(*) n, count(*) filter (where shipped_on is null) open,
                sum(amount_total) filter (where shipped_on is null) amount
            from orders group by customer_id) o on o.customer_id = c.id
        where c.balance <> coalesce(o.amount, 0) or c.order_count <> coalesce(o.n, 0)
            or c.open_order_count <> coalesce(o.open, 0) or c.balance > c.credit_limit)
    + (select count(*) from products p left join (
            select product_id, sum(quantity) n from order_items where shipped_on is not null group by product_id) i
            on i.product_id = p.id
        where p.units_shipped <> coalesce(i.n, 0) or p.units_in_stock <> p.units_received - p.units_shipped)
