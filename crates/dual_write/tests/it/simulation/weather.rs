//! What happens to requests on their way, and the people who act at the same moment.

use std::sync::{Arc, Mutex};

use super::dice::Dice;
use crate::peer::Network;

/// Somebody who may act while a request is under way.
pub type Bystander = Arc<dyn Fn() + Send + Sync>;

#[derive(Clone)]
pub struct Weather {
    pub dice: Arc<Mutex<Dice>>,
    /// Whether anything bad happens at all.
    pub stormy: Arc<Mutex<bool>>,
    pub bystander: Arc<Mutex<Option<Bystander>>>,
}

impl Weather {
    pub fn new(seed: u64) -> Self {
        Self {
            dice: Arc::new(Mutex::new(Dice::new(seed))),
            stormy: Arc::new(Mutex::new(true)),
            bystander: Arc::default(),
        }
    }

    pub fn is_stormy(&self) -> bool {
        *self.stormy.lock().unwrap()
    }

    pub fn chance(&self, percent: usize) -> bool {
        self.is_stormy() && self.dice.lock().unwrap().chance(percent)
    }

    /// The same for every request; whoever stands by may act before it is served.
    pub fn strikes(&self, _request: &str) -> Network {
        if !self.is_stormy() {
            return Network::Deliver;
        }
        let roll = self.dice.lock().unwrap().below(100);
        if roll < 15 {
            let bystander = self.bystander.lock().unwrap().clone();
            if let Some(act) = bystander {
                act();
            }
        }
        match roll {
            90..92 => Network::Fail(503, None),
            92..94 => Network::LoseAnswer(502),
            94 => Network::Fail(429, Some("1")),
            95 => Network::Fail(500, None),
            _ => Network::Deliver,
        }
    }
}
