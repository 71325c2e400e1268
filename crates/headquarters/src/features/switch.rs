//! Switch: a feature is turned on or off. The store hears of it by job 1110.

use tables::{Error, Filter, Result, Tx};

use super::Feature;

/// Turns the feature of this name, as the caller. Answers whether that changed anything. Needs Read
/// and Write on `feature`.
///
/// # Errors
/// A refusal for a feature that is not known; as any write.
pub async fn switch(tx: &mut Tx, name: &str, is_enabled: bool) -> Result<bool> {
    let feature: Option<Feature> = tx.find(Filter::equals("Name", name)).await?;
    let feature = feature.ok_or_else(|| Error::Refused {
        code: "UnknownFeature",
        message: format!("There is no feature \"{name}\"."),
    })?;
    Ok(tx.save(&Feature { is_enabled, ..feature }).await?.changed)
}

#[cfg(test)]
mod tests {
    use ::jobs::{Jobs, Mode};
    use channel::features::is_enabled;
    use platform::Environment;
    use tables::{Context, Principal, Store};

    use super::super::{B2B_ECOMMERCE, job_1110};
    use super::*;
    use crate::testing::{dual_write, each_location, each_store};

    async fn turn(store: &Store, context: Context, name: &str, is_enabled: bool) -> Result<bool> {
        let input = (name.to_owned(), is_enabled);
        store.write(context, input, |tx, (name, is_enabled)| Box::pin(switch(tx, name, *is_enabled))).await
    }

    #[tokio::test]
    async fn a_feature_is_turned_by_whoever_may_and_job_1110_tells_the_store() {
        for ((_folder, store), (_other, place)) in
            each_store().await.into_iter().zip(each_location("channel"))
        {
            let channel = Store::open(channel::catalog(), &place, Environment::system()).await.unwrap();
            let job = job_1110::job(&store, &channel);
            let jobs = Jobs::open(store.clone(), Mode::Manual, vec![job], Vec::new()).await.unwrap();
            let known = async || {
                is_enabled(&mut channel.read(&Principal::system()).await.unwrap(), B2B_ECOMMERCE)
                    .await
                    .unwrap()
            };
            let refused = turn(&store, dual_write(&store).await, B2B_ECOMMERCE, false).await;
            assert!(matches!(refused, Err(Error::NoPrivilege { .. })), "{refused:?}");
            let unknown = turn(&store, Context::system(), "Flying carpets", false).await;
            assert!(matches!(unknown, Err(Error::Refused { code: "UnknownFeature", .. })), "{unknown:?}");
            for (is_enabled, changes) in [(true, false), (false, true), (false, false), (true, true)] {
                assert_eq!(turn(&store, Context::system(), B2B_ECOMMERCE, is_enabled).await, Ok(changes));
                jobs.run_now(job_1110::NAME).await.unwrap();
                assert_eq!(known().await, is_enabled);
            }
            assert!(jobs.run_now(job_1110::NAME).await.unwrap().is_empty(), "told once");
        }
    }
}
