namespace Xemelios.Query.Criteres;

/// <summary>Writes a condition as the text that <see cref="LectureDeCriteres"/> reads: one condition, one text.</summary>
public static class EcritureDeCriteres
{
    public static string Ecrire(Condition condition) => condition is Et { Termes.Count: 0 } ? "" : Terme(condition, Force.Ou);

    /// <summary>How tightly what stands around binds: a looser condition takes parentheses.</summary>
    private enum Force
    {
        Ou,
        Et,
        Terme,
    }

    private static string Terme(Condition condition, Force autour) => condition switch
    {
        Test test => Un(test),
        LigneAvec ligne => $"ligne({Ecrire(ligne.Terme)})",
        Non non => $"pas {Terme(non.Terme, Force.Terme)}",
        Et et => Joindre(et.Termes, " et ", Force.Et, autour),
        Ou ou => Joindre(ou.Termes, " ou ", Force.Ou, autour),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private static string Joindre(IReadOnlyList<Condition> termes, string mot, Force force, Force autour)
    {
        var texte = string.Join(mot, termes.Select(t => Terme(t, force + 1)));
        return force < autour ? $"({texte})" : texte;
    }

    private static string Un(Test test)
    {
        var signe = test.Operateur.Signe();
        return test.Operateur switch
        {
            Operateur.Renseigne when test.Critere.Genre == GenreDeCritere.Presence => test.Critere.Cle,
            Operateur.Vide or Operateur.Renseigne => $"{test.Critere.Cle} {signe}",
            Operateur.Entre => $"{test.Critere.Cle} entre {Valeur(test.Valeurs[0])} et {Valeur(test.Valeurs[1])}",
            Operateur.Parmi => $"{test.Critere.Cle} parmi ({string.Join(' ', test.Valeurs.Select(Valeur))})",
            _ => $"{test.Critere.Cle}{signe}{Valeur(test.Valeurs[0])}",
        };
    }

    // A word that stands alone needs no quotes.
    private static string Valeur(string valeur) =>
        valeur.Length > 0 && valeur.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '/' or ':' or '\'' or '&')
            ? valeur
            : $"\"{valeur.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
