/** Documents that requests name instead of sending them: automatic persisted queries and trusted documents. */
package peel.endpoint.persisted;
