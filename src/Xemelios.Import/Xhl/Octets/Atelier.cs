using Xemelios.Domain.Paye;
using Xemelios.Store;

namespace Xemelios.Import.Xhl;

/// <summary>What one thread needs to read one block after another: its cursor, the words it met, and the parts it found.</summary>
internal sealed class Atelier : IDisposable
{
    private readonly CurseurDOctets _curseur;
    private readonly LotDeParties _lot;
    private readonly LectureDeDocument _lecture;

    public Atelier(EncodageDOctets encodage, ILotDeBulletins bulletins)
    {
        _lot = new LotDeParties(bulletins);
        _curseur = new CurseurDOctets(encodage);
        _lecture = new LectureDeDocument(_curseur, _lot, () => throw new TexteInhabituelException());
    }

    /// <summary>The block in hand.</summary>
    public BlocDeXml? Bloc { get; private set; }

    /// <summary>What the block left open.</summary>
    public EtatDeLecture Etat => _curseur.Etat;

    public string? BudgetDuFichier => _lecture.BudgetDuFichier;

    /// <summary>Reads a block; the first one of the file begins with nothing open.</summary>
    public void Lire(BlocDeXml bloc, EtatDeLecture etat, string? budgetDuFichier)
    {
        using var etape = Etapes.Commencer("lecture du XML");
        Bloc = bloc;
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
    public void Livrer(AssemblageDuDocument suite) => _lot.Livrer(suite);

    public void Dispose() => _curseur.Dispose();
}
