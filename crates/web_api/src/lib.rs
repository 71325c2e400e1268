//! temporary
use std::sync::Arc;
use std::pin::Pin;
use std::future::Future;
use tables::*;
pub type BoxFuture<'a,T> = Pin<Box<dyn Future<Output=T>+Send+'a>>;
pub fn with_authority(c: Catalog) -> Catalog { c }
pub struct Authority; 
pub enum Convention { Dataverse, FinanceAndOperations }
pub struct Api;
impl Api { pub fn new(_: Store,_: Convention,_: Arc<Authority>) -> Self {Api} pub fn expose(self,_:&[&str])->Self{self} pub fn default_company(self,_:&str)->Self{self}
 pub fn bound_action(self,_:&'static str,_:&'static str,_:Action)->Self{self} }
pub type Action = Arc<dyn Fn(ActionCall) -> BoxFuture<'static, std::result::Result<ActionReply, ApiError>> + Send + Sync>;
pub struct ActionCall { pub store: Store, pub context: Context, pub target: Option<uuid::Uuid>, pub parameters: serde_json::Map<String, serde_json::Value>, pub application: Option<String> }
impl ActionCall { pub fn text(&self,_:&str)->std::result::Result<Option<String>,ApiError>{todo!()} }
pub enum ActionReply { NoContent, Row { table: String, id: uuid::Uuid }, Rows(Vec<Reference>), Json(serde_json::Value) }
pub struct ApiError { pub status: u16, pub code: String, pub message: String }
impl ApiError { pub fn new(status: u16, code: impl Into<String>, message: impl Into<String>) -> Self { Self{status,code:code.into(),message:message.into()} } }
impl From<Error> for ApiError { fn from(_:Error)->Self{todo!()} }
pub mod credentials { pub fn hash(_: &str,_: [u8;16]) -> std::result::Result<String, String> { todo!() } }
