//! `derive(Choice)`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Error, Result};

pub fn expand(input: &DeriveInput) -> Result<TokenStream> {
    let Data::Enum(data) = &input.data else {
        return Err(Error::new_spanned(&input.ident, "an option set is an enum"));
    };
    let name = &input.ident;
    let mut options = Vec::new();
    let mut read = Vec::new();
    let mut write = Vec::new();
    for variant in &data.variants {
        let ident = &variant.ident;
        let Some((_, number)) = &variant.discriminant else {
            return Err(Error::new_spanned(ident, "give the option its number: `Name = 1`"));
        };
        let text = ident.to_string();
        options.push(quote! { ::tables::ChoiceOption::new(#number, #text) });
        read.push(quote! { ::tables::Value::Choice(number) if *number == #number => Some(Self::#ident) });
        write.push(quote! { Self::#ident => ::tables::Value::Choice(#number) });
    }
    Ok(quote! {
        impl ::tables::Choice for #name {
            fn options() -> Vec<::tables::ChoiceOption> {
                vec![#(#options),*]
            }
        }
        impl ::tables::ColumnValue for #name {
            fn from_value(value: &::tables::Value) -> Option<Self> {
                match value { #(#read,)* _ => None }
            }
            fn to_value(&self) -> ::tables::Value {
                match self { #(#write),* }
            }
        }
        impl From<#name> for ::tables::Value {
            fn from(option: #name) -> Self {
                ::tables::ColumnValue::to_value(&option)
            }
        }
    })
}
