//! temporary
use std::sync::Arc;
use std::pin::Pin;
use std::future::Future;
use tables::*;
pub type BoxFuture<'a,T> = Pin<Box<dyn Future<Output=T>+Send+'a>>;
pub fn with_jobs(c: Catalog) -> Catalog { c }
pub struct Run { store: Store }
#[derive(Debug, thiserror::Error)]
pub enum JobError { #[error(transparent)] T(#[from] Error) }
pub struct Summary { pub done: u64, pub failed: u64, pub skipped: u64 }
impl Run { pub fn store(&self)->&Store{&self.store} pub fn done(&mut self,_:&str,_:&str){} pub fn failed(&mut self,_:&str,_:&str){} pub fn skipped(&mut self,_:&str,_:&str){} }
pub struct Job { pub name: &'static str, pub recurrence: &'static str, pub wake: Vec<tokio::sync::watch::Receiver<u64>>, pub run: Arc<dyn Fn(Run) -> BoxFuture<'static, std::result::Result<Run, JobError>> + Send + Sync> }
pub struct Jobs;
impl Jobs { pub async fn run_now(&self, _:&str) -> std::result::Result<Summary, JobError> { todo!() } }
