//! Create, read, change, remove; versions; several callers at once.

use tables::uuid::Uuid;
use tables::{
    Change, Context, Decimal, Error, Filter, Money, Operation, Principal, Query, Reference, SYSTEM_USER,
    Value, jiff,
};

use crate::shop::{Colour, Shop, catalog, entries, stores};

#[tokio::test]
async fn every_type_comes_back_as_it_went() {
    for (_place, store) in stores(catalog()).await {
        let parent = Shop::called(&store, "Parent");
        let mut shop = Shop::called(&store, "Żółw Straße");
        shop.code = Some("A-1".into());
        shop.notes = Some("two\nlines".into());
        shop.staff = Some(100);
        shop.area = Some(Decimal { units: -1250, scale: 2 });
        shop.rent = Some(Money(12_345_678));
        shop.open = false;
        shop.founded = Some(jiff::civil::date(1899, 12, 31));
        shop.inspected = Some("2026-11-20T09:30:00.000001Z".parse().unwrap());
        shop.colour = Some(Colour::Blue);
        shop.parentid = Some(parent.shopid);
        shop.keeperid = None;
        shop.safecode = Some("1234".into());
        shop.licence = Some("L-7".into());
        let input = (parent, shop.clone());
        store
            .write(Context::system(), input, |tx, (parent, shop)| {
                Box::pin(async move {
                    tx.insert(parent).await?;
                    tx.insert(shop).await.map(|_| ())
                })
            })
            .await
            .map_err(|error: Error| error)
            .unwrap();
        let mut reader = store.read(&Principal::system()).await.unwrap();
        shop.label = Some("Żółw Straße".into());
        let read: Shop = reader.get(shop.shopid).await.unwrap().expect("it is there");
        assert_eq!(read, shop);
        let row = reader.get_row("shop", shop.shopid).await.unwrap().unwrap();
        assert_eq!(row.owner(), Some(Reference::new("systemuser", SYSTEM_USER)));
        assert!(row.version() > 0);
        assert_eq!(row.created_at(), Some("2026-11-20T09:30:00.123456Z".parse().unwrap()));
    }
}

#[tokio::test]
async fn an_update_writes_what_differs_and_a_version_rises_only_then() {
    for (_place, store) in stores(catalog()).await {
        let shop = Shop::called(&store, "Corner");
        let made = store
            .write(Context::system(), shop.clone(), |tx, shop| Box::pin(async move { tx.insert(shop).await }))
            .await
            .map_err(|error: Error| error)
            .unwrap();
        let save = async |shop: Shop| {
            store
                .write(Context::system(), shop, |tx, shop| Box::pin(async move { tx.save(shop).await }))
                .await
                .map_err(|error: Error| error)
                .unwrap()
        };
        let same = save(shop.clone()).await;
        assert_eq!((same.version, same.changed), (made.version, false));
        let mut other = shop.clone();
        other.staff = Some(3);
        let changed = save(other.clone()).await;
        assert!(changed.changed && changed.version > made.version);
        let stale = Change::update("shop", shop.shopid, vec![("staff".into(), Value::Whole(4))])
            .expecting(made.version);
        let refused: Error = store
            .write(Context::system(), stale, |tx, change| {
                Box::pin(async move { tx.write_one(change.clone()).await })
            })
            .await
            .unwrap_err();
        assert_eq!(
            refused,
            Error::StaleVersion {
                table: "shop".into(),
                id: shop.shopid,
                expected: made.version,
                current: changed.version
            }
        );
        let mut reader = store.read(&Principal::system()).await.unwrap();
        assert_eq!(reader.get::<Shop>(shop.shopid).await.unwrap().unwrap().staff, Some(3));
    }
}

#[tokio::test]
async fn a_failed_verb_leaves_nothing_and_its_neighbours_stand() {
    for (_place, store) in stores(catalog()).await {
        let callers = (0..40).map(|number| {
            let store = store.clone();
            tokio::spawn(async move {
                let shop = Shop::called(&store, &format!("Shop {number:02}"));
                store
                    .write(Context::system(), (shop, number), |tx, (shop, number)| {
                        Box::pin(async move {
                            tx.insert(shop).await?;
                            match number % 4 {
                                1 => Err(Error::Refused { code: "no", message: "No.".into() }),
                                2 => panic!("a verb that panics"),
                                _ => Ok(()),
                            }
                        })
                    })
                    .await
            })
        });
        let callers: Vec<_> = callers.collect();
        let mut stood = 0;
        for caller in callers {
            stood += usize::from(caller.await.unwrap().is_ok());
        }
        assert_eq!(stood, 20);
        let mut reader = store.read(&Principal::system()).await.unwrap();
        let page = reader.page(&Query::of("shop").limit(100)).await.unwrap();
        assert_eq!(page.rows.len(), 20);
        assert_eq!(entries(&store, &["shop"], 20).await.len(), 20);
    }
}

#[tokio::test]
async fn counting_up_by_many_callers_loses_nothing() {
    for (_place, store) in stores(catalog()).await {
        let mut shop = Shop::called(&store, "Counter");
        shop.staff = Some(0);
        let id = shop.shopid;
        store
            .write(Context::system(), shop, |tx, shop| Box::pin(async move { tx.insert(shop).await }))
            .await
            .map_err(|error: Error| error)
            .unwrap();
        let callers = (0..10).map(|_| {
            let store = store.clone();
            tokio::spawn(async move {
                store
                    .write(Context::system(), id, |tx, id| {
                        Box::pin(async move {
                            let mut shop: Shop = tx.get(*id).await?.unwrap();
                            shop.staff = shop.staff.map(|staff| staff + 1);
                            tx.save(&shop).await
                        })
                    })
                    .await
                    .map_err(|error: Error| error)
            })
        });
        for caller in callers.collect::<Vec<_>>() {
            caller.await.unwrap().unwrap();
        }
        let mut reader = store.read(&Principal::system()).await.unwrap();
        assert_eq!(reader.get::<Shop>(id).await.unwrap().unwrap().staff, Some(10));
    }
}

#[tokio::test]
async fn many_changes_in_one_call_and_the_limit_at_its_edge() {
    for (_place, store) in stores(catalog()).await {
        let changes = |count: usize| -> Vec<Change> {
            (0..count)
                .map(|at| Change::create("shop", vec![("name".into(), format!("Shop {at}").into())]))
                .collect()
        };
        let write = async |changes: Vec<Change>| {
            store
                .write(Context::system(), changes, |tx, changes| {
                    Box::pin(async move { tx.write(changes.clone()).await })
                })
                .await
        };
        let most = tables::store::CHANGES_MAX;
        assert_eq!(write(changes(most)).await.unwrap().len(), most);
        let over: Error = write(changes(most + 1)).await.unwrap_err();
        assert_eq!(over, Error::LimitExceeded { what: "changes in one call", limit: most as u64 });
        let mut reader = store.read(&Principal::system()).await.unwrap();
        let page = reader.page(&Query::of("shop")).await.unwrap();
        assert_eq!(page.rows.len(), most);
    }
}

#[tokio::test]
async fn removing_a_row_that_is_used_is_refused_and_an_unused_one_goes() {
    for (_place, store) in stores(catalog()).await {
        let parent = Shop::called(&store, "Parent");
        let mut child = Shop::called(&store, "Child");
        child.parentid = Some(parent.shopid);
        let (parent_id, child_id) = (parent.shopid, child.shopid);
        store
            .write(Context::system(), vec![parent, child], |tx, shops| {
                Box::pin(async move {
                    for shop in shops {
                        tx.insert(shop).await?;
                    }
                    Ok::<_, Error>(())
                })
            })
            .await
            .unwrap();
        let remove = async |id| {
            store
                .write(Context::system(), id, |tx, id| Box::pin(async move { tx.remove::<Shop>(*id).await }))
                .await
        };
        let used = remove(parent_id).await.unwrap_err();
        assert_eq!(
            used,
            Error::StillReferenced { table: "shop".into(), id: parent_id, used_by: "shop.parentid".into() }
        );
        remove(child_id).await.unwrap();
        remove(parent_id).await.unwrap();
        let mut reader = store.read(&Principal::system()).await.unwrap();
        assert_eq!(reader.find::<Shop>(Filter::And(Vec::new())).await.unwrap(), None);
        let entries = entries(&store, &["shop"], 4).await;
        let operations: Vec<Operation> = entries.iter().map(|entry| entry.operation).collect();
        assert_eq!(operations, [Operation::Create, Operation::Create, Operation::Delete, Operation::Delete]);
    }
}

/// A verb that looks before it makes is right on both databases, however many run at once.
#[tokio::test(flavor = "multi_thread")]
async fn of_many_that_look_and_then_make_one_makes_and_the_others_find() {
    for (_place, store) in stores(catalog()).await {
        let mut all = tokio::task::JoinSet::new();
        for _ in 0..12 {
            let store = store.clone();
            all.spawn(async move {
                let found: Result<Uuid, Error> = store
                    .write(Context::system(), (), |tx, ()| {
                        Box::pin(async move {
                            if let Some(known) = tx.find::<Shop>(Filter::equals("code", "ONE")).await? {
                                return Ok(known.shopid);
                            }
                            let values = vec![("name".into(), "One".into()), ("code".into(), "ONE".into())];
                            Ok(tx.write_one(Change::create("shop", values)).await?.id)
                        })
                    })
                    .await;
                found.unwrap()
            });
        }
        let ids: std::collections::HashSet<Uuid> = all.join_all().await.into_iter().collect();
        assert_eq!(ids.len(), 1);
    }
}
