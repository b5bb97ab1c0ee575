namespace Xemelios.Import.Xhl;

/// <summary>What one thread needs to read one block after another: its cursor, the words it met, and the parts it found.</summary>
internal sealed class Atelier : IDisposable
{
    private readonly CurseurDOctets _curseur;
    private readonly TamponDeLignes _lignes = new();
    private readonly LotDeParties _lot = new();
    private readonly LectureDeDocument _lecture;

    public Atelier(EncodageDOctets encodage)
    {
        _curseur = new CurseurDOctets(encodage);
        _lecture = new LectureDeDocument(_curseur, _lot, _lignes, () => throw new TexteInhabituelException()) { ReprendLeTampon = false };
    }

    /// <summary>The block in hand.</summary>
    public BlocDeXml? Bloc { get; private set; }

    /// <summary>What the block left open.</summary>
    public EtatDeLecture Etat => _curseur.Etat;

    public string? BudgetDuFichier => _lecture.BudgetDuFichier;

    /// <summary>Reads a block; the first one of the file begins with nothing open.</summary>
    public void Lire(BlocDeXml bloc, EtatDeLecture etat, string? budgetDuFichier)
    {
        Bloc = bloc;
        _lignes.Vider();
        try
        {
            _curseur.Commencer(bloc, etat);
            if (etat.Ouverts.Count == 0) _lecture.Lire();
            else _lecture.Poursuivre(budgetDuFichier);
        }
        catch (Domain.Constats.FichierRefuseException)
        {
            // Refusals are pronounced by the general reader alone.
            throw new TexteInhabituelException();
        }

        if (bloc.EstLeDernier == _curseur.AuBoutDuBloc)
            throw new TexteInhabituelException();
    }

    /// <summary>Hands over what the block held.</summary>
    public void Livrer(IPartiesDeDocument suite) => _lot.Rejouer(suite);

    public void Dispose() => _curseur.Dispose();
}
