// The workspace of these tests is the one that the tests of indicators build.
#include "../indicators/fixture.cpp"
